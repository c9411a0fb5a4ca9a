-- Asked for with every file a kiosk sends.
CREATE INDEX sync_instance_by_kiosk ON sync_instance (kiosk);
