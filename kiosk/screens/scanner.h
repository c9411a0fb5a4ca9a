#pragma once

#include <optional>

#include "kiosk/scan/camera.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// The camera as screens use it: open while one of them wants it, a picture for the door. Codes,
/// also those of a hardware scanner, come to Screen::on_code. UI thread.
class Scanner {
  public:
    virtual ~Scanner() = default;
    /// Opens the camera; harmless when it is open.
    virtual void open() = 0;
    /// Closes it: it is on only at the step that needs it (look "06": "只认码，不拍照").
    virtual void close() = 0;
    virtual CameraState state() const = 0;
    /// The newest picture; not ready until there is one. Mirrored already.
    virtual PhotoView picture() = 0;
    /// Asks for a still photo: the camera's next picture, whole. Harmless while it is closed.
    virtual void want_still() = 0;
    /// That picture, once it has come; given once.
    virtual std::optional<PreviewFrame> still() = 0;
};

/// Keeps the scanner open for as long as it lives: a member of the screen that needs it.
class OpenScanner {
  public:
    explicit OpenScanner(Scanner& scanner) : scanner_(scanner) { scanner_.open(); }
    ~OpenScanner() { scanner_.close(); }
    OpenScanner(const OpenScanner&) = delete;
    OpenScanner& operator=(const OpenScanner&) = delete;

  private:
    Scanner& scanner_;
};

}  // namespace foyer::kiosk
