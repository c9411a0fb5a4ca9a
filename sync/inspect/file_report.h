#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/format/envelope.h"
#include "sync/inspect/keyring.h"

namespace foyer::sync {

enum class FileSort {
    sync_file,  ///< three lines, or the beginning of them
    blob,       ///< named by the hash of its bytes
    temporary,  ///< of a program that is writing, or was killed
    stranger,   ///< none of ours
};

enum class SignatureState {
    none,         ///< there is none to be found
    key_unknown,  ///< nothing can be said with the keys at hand
    broken,       ///< altered after it was signed
    holds,
};

/// Whether the sealed body could be read here.
enum class Content { none, locked, opened, damaged };

/// What became of a file, as far as the store at hand knows.
enum class Standing {
    unknown,    ///< no store was given, or it has nothing to say
    taken_in,   ///< its effects are there
    next,       ///< the next round takes it in
    waits,      ///< for one before it
    passed_by,  ///< a snapshot stands for it
    refused,
    written,    ///< of our own: its reader has not answered yet
    delivered,  ///< of our own: its reader has applied it
    replaced,   ///< of our own: a later one stands for it
};

/// Everything that can be said about one file. What its header says is shown even if nobody vouches
/// for it; `signature` tells. No names of people, no phone numbers.
struct FileReport {
    std::string path;
    std::uint64_t size = 0;
    FileSort sort = FileSort::stranger;
    std::string remark;  ///< about a file that is no sync file
    EnvelopeFault fault = EnvelopeFault::none;
    std::optional<Header> header;
    std::string hash;
    SignatureState signature = SignatureState::none;
    std::string key, signer;  ///< id of the key that signed, and whose it is
    bool keyless = false;     ///< the key to tell whether it is in order was not at hand
    Content content = Content::none;
    std::map<std::string, int> events;  ///< how many of each kind are in it
    std::vector<std::string> parts;     ///< what else it carries, in plain words
    Standing standing = Standing::unknown;
    std::string why;  ///< about the standing
};

/// Whether its reader would use it, or will in its turn. True for what is no sync file, and where
/// there is no key to tell.
bool in_order(const FileReport& report);

/// Looks at the bytes of one file. Never throws for anything they hold. Pure; any thread.
FileReport look_at(std::string_view bytes, const std::string& path, const Keyring& keys);

/// A file too large to be read, or that cannot be.
FileReport unreadable(const std::string& path, std::uint64_t size, const std::string& why);

}  // namespace foyer::sync
