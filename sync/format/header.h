#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/format/envelope.h"

namespace foyer::sync {

/// The header as its line, without line feed.
std::string header_line(const Header& header);

struct HeaderResult {
    EnvelopeFault fault = EnvelopeFault::malformed;
    Header header;
};

/// Reads a header line. Fields this release does not know are passed over. Faults: malformed,
/// newer_format (the header is there where only its schema is newer), too_large.
HeaderResult read_header(std::string_view line, const Release& release = {});

/// Header and body line with the trailer that signs them. Throws std::invalid_argument if the file
/// grows beyond `limit`.
std::string compose_lines(const std::string& header, const std::string& body,
                          const SigningKey& signer, std::size_t limit = largest_file);

}  // namespace foyer::sync
