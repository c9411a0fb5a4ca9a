#pragma once

#include <vector>

#include "sync/folder/sent_files.h"
#include "sync/folder/stream_reader.h"
#include "sync/format/sealed.h"

namespace foyer::sync {

/// Freezes the parts of a snapshot one by one, and then the manifest that names them: a file of the
/// stream like any other. Killed in the middle, it begins again.
class SnapshotWriter {
  public:
    /// `header` is that of the manifest, with its number in the stream.
    SnapshotWriter(WithStore with_store, const Header& header, const SealingPublicKey& reader,
                   const SigningKey& signer, Random& random);

    void add(const SealedContent& content);

    struct Manifest {
        FrozenFile file;
        std::vector<BlobReference> parts;
    };
    /// The manifest, composed and not frozen yet: keep() does that in the caller's transaction.
    Manifest finish(const SealedContent& content);
    static void keep(Store& store, const Manifest& manifest, WallTime now);

  private:
    WithStore with_store_;
    Header header_;
    const SealingPublicKey reader_;
    const SigningKey& signer_;
    Random& random_;
    std::int64_t events_ = 0;
};

/// The frozen parts of a manifest, without bytes, in order.
struct FrozenPart {
    std::int64_t number = 0;
    std::string name, hash;
};
std::vector<FrozenPart> frozen_parts(Store& store, const FrozenFile& manifest);
std::string part_bytes(Store& store, const FrozenFile& manifest, std::int64_t number);

}  // namespace foyer::sync
