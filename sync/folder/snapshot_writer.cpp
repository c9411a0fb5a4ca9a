#include "sync/folder/snapshot_writer.h"

#include <utility>

#include "shared/security/digest.h"

namespace foyer::sync {

SnapshotWriter::SnapshotWriter(WithStore with_store, const Header& header,
                               const SealingPublicKey& reader, const SigningKey& signer,
                               Random& random)
    : with_store_(std::move(with_store)),
      header_(header),
      reader_(reader),
      signer_(signer),
      random_(random) {
    header_.kind = FileKind::snapshot;
    with_store_([&](Store& store) {
        Statement unfinished(store.database(),
                             "DELETE FROM sync_part WHERE recipient = ? AND seq = 0");
        unfinished.bind_all(header_.to);
        unfinished.exec();
    });
}

void SnapshotWriter::add(const SealedContent& content) {
    Header header = header_;
    header.kind = FileKind::part;
    header.seq = header_.blobs.size() + 1;
    header.previous.clear();
    header.acknowledgements.clear();
    header.wants.clear();
    header.wants_of.clear();
    header.blobs.clear();
    const std::string bytes = compose_sealed(header, content, reader_, signer_, random_);
    const std::string hash = digest_hex(bytes);
    with_store_([&](Store& store) {
        Statement insert(store.database(),
                         "INSERT INTO sync_part (recipient, instance, seq, number, name, hash, "
                         "bytes) VALUES (?, ?, 0, ?, ?, ?, ?)");
        SQLite::Statement& row = insert;
        row.bind(1, header.to);
        row.bind(2, header.instance);
        row.bind(3, std::int64_t(header.seq));
        row.bind(4, name_of(header, hash).text());
        row.bind(5, hash);
        row.bind(6, bytes.data(), int(bytes.size()));
        insert.exec();
    });
    header_.blobs.push_back({hash, bytes.size()});
    events_ += std::int64_t(content.events.size());
    for (const ReturnedEvents& returned : content.returned)
        events_ += std::int64_t(returned.events.size());
}

SnapshotWriter::Manifest SnapshotWriter::finish(const SealedContent& content) {
    Manifest manifest;
    manifest.parts = header_.blobs;
    FrozenFile& file = manifest.file;
    file.recipient = header_.to;
    file.instance = header_.instance;
    file.seq = header_.seq;
    file.events = events_;
    file.bytes = compose_sealed(header_, content, reader_, signer_, random_);
    file.hash = digest_hex(file.bytes);
    file.name = name_of(header_, file.hash).text();
    return manifest;
}

void SnapshotWriter::keep(Store& store, const Manifest& manifest, WallTime now) {
    const FrozenFile& file = manifest.file;
    SentFiles sent(store);
    sent.replace_before(file.recipient, file.instance, file.seq);
    sent.freeze(file, now);
    Statement parts(store.database(),
                    "UPDATE sync_part SET seq = ? WHERE recipient = ? AND instance = ? AND seq = "
                    "0");
    parts.bind_all(std::int64_t(file.seq), file.recipient, file.instance);
    parts.exec();
}

std::vector<FrozenPart> frozen_parts(Store& store, const FrozenFile& manifest) {
    Statement query(store.database(),
                    "SELECT number, name, hash FROM sync_part WHERE recipient = ? AND instance = ? "
                    "AND seq = ? ORDER BY number");
    query.bind_all(manifest.recipient, manifest.instance, std::int64_t(manifest.seq));
    std::vector<FrozenPart> parts;
    while (query.executeStep()) {
        parts.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString(),
                         query.getColumn(2).getString()});
    }
    return parts;
}

std::string part_bytes(Store& store, const FrozenFile& manifest, std::int64_t number) {
    Statement query(store.database(),
                    "SELECT bytes FROM sync_part WHERE recipient = ? AND instance = ? AND seq = ? "
                    "AND number = ?");
    query.bind_all(manifest.recipient, manifest.instance, std::int64_t(manifest.seq), number);
    if (!query.executeStep()) {
        throw StoreError(StoreError::Reason::damaged, "a part of a snapshot is gone");
    }
    return query.getColumn(0).getString();
}

}  // namespace foyer::sync
