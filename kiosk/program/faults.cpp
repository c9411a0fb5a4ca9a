#include "kiosk/program/faults.h"

#include "shared/journal/store.h"
#include "shared/text/text_keys.h"
#include "shared/world/files.h"

namespace foyer::kiosk {
namespace {

FaultTexts texts_of(const StoreError& fault) {
    switch (fault.reason) {
        case StoreError::Reason::disk_full:
            return {Text::fault_disk_full_title, Text::fault_disk_full_explained};
        case StoreError::Reason::newer_release:
            return {Text::fault_newer_release_title, Text::fault_newer_release_explained};
        case StoreError::Reason::damaged:
        case StoreError::Reason::cannot_open:
            break;
    }
    return {Text::fault_store_title, Text::fault_store_explained};
}

}  // namespace

FaultTexts fault_texts(std::exception_ptr fault) {
    try {
        std::rethrow_exception(fault);
    } catch (const StoreError& error) {
        return texts_of(error);
    } catch (const FileError& error) {
        if (error.disk_full()) {
            return {Text::fault_disk_full_title, Text::fault_disk_full_explained};
        }
    } catch (...) {
    }
    return {Text::fault_unexpected_title, Text::fault_unexpected_explained};
}

std::string fault_message(std::exception_ptr fault) {
    try {
        std::rethrow_exception(fault);
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "something that is no exception was thrown";
    }
}

}  // namespace foyer::kiosk
