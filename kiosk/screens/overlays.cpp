#include <string>
#include <utility>

#include "kiosk/screens/ways.h"
#include "kiosk/widgets/overlays.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

class IdleQuestion : public Overlay {
  public:
    explicit IdleQuestion(App& app) : app_(app) {}
    std::string_view name() const override { return "idle"; }

    void draw(Ui& ui) override {
        const IdleWatch& idle = app_.shell().idle();
        const std::string seconds = std::to_string(idle.seconds_left());
        Dialog question;
        question.title = ui.text(Text::idle_title);
        question.message = ui.text(Text::idle_explained);
        question.yes = ui.text(Text::idle_stay);
        question.no = ui.text(Text::idle_leave);
        question.seconds = seconds;
        question.share_left = float(idle.remaining()) / float(IdleWatch::asking_time);
        const DialogAnswer answer = dialog(ui, "idle", question, age());
        // Any touch has already told the shell that somebody is there.
        if (answer == DialogAnswer::no) app_.shell().wipe();
        if (answer != DialogAnswer::none) close();
    }

  private:
    App& app_;
};

class Toast : public Overlay {
  public:
    explicit Toast(std::string sentence) : sentence_(std::move(sentence)) {}
    std::string_view name() const override { return "toast"; }
    bool modal() const override { return false; }
    std::int64_t lifetime() const override { return std::int64_t(toast_seconds * 1000); }
    void draw(Ui& ui) override { toast(ui, sentence_, {}, age()); }

  private:
    std::string sentence_;
};

class QuestionDialog : public Overlay {
  public:
    explicit QuestionDialog(Question question) : question_(std::move(question)) {}
    std::string_view name() const override { return "question"; }

    void draw(Ui& ui) override {
        Dialog words;
        words.title = question_.title;
        words.message = question_.sentence;
        words.yes = question_.confirm_label;
        words.no = question_.cancel_label;
        words.danger = question_.grave;
        const DialogAnswer answer = dialog(ui, "question", words, age());
        if (answer == DialogAnswer::none || closing()) return;
        close();
        if (answer == DialogAnswer::yes && question_.confirm) question_.confirm();
    }

  private:
    Question question_;
};

}  // namespace

std::unique_ptr<Overlay> make_idle_question(App& app) {
    return std::make_unique<IdleQuestion>(app);
}

std::unique_ptr<Overlay> make_toast(App&, const std::string& sentence) {
    return std::make_unique<Toast>(sentence);
}

std::unique_ptr<Overlay> make_question(App&, Question question) {
    return std::make_unique<QuestionDialog>(std::move(question));
}

}  // namespace foyer::kiosk
