-- Parties still in the showroom are found among those of their day.
DROP INDEX visit_present;
