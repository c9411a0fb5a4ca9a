#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "tests/kiosk/input/composed.h"

using namespace foyer::kiosk;
using namespace foyer::kiosk::test;
namespace fs = std::filesystem;

namespace {

/// Every file below a folder with its size.
std::map<std::string, std::uintmax_t> files_below(const fs::path& folder) {
    std::map<std::string, std::uintmax_t> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        files[entry.path().string()] = entry.is_regular_file() ? entry.file_size() : 0;
    return files;
}

ComposeQuery with_scheme(ComposeScheme scheme, const std::string& keys) {
    ComposeQuery query = in_words(keys);
    query.scheme = scheme;
    return query;
}

}  // namespace

TEST_CASE("Words come in the order of librime, each with the keys it uses up") {
    RimeComposer composer(rime_folders());
    const Composed xian = composer.compose(in_words("xian"));
    CHECK(keys_of("先", xian) == 4);
    CHECK(keys_of("西安", xian) == 4);
    const Composed parted = composer.compose(in_words("xi'an"));
    CHECK(place_of("西安", parted) == 1);
    CHECK(keys_of("西安", parted) == 5);
    // The separator goes with the syllable before it.
    CHECK(keys_of("西", parted) == 3);
    const Composed letters = composer.compose(in_words("zhgrm"));
    CHECK(letters.shown == "zh g r m");
    CHECK(keys_of("中国人民", letters) == 5);
    // A slip of fast fingers that librime forgives.
    CHECK(keys_of("中", composer.compose(in_words("zhogn"))) == 5);
    CHECK(keys_of("女", composer.compose(in_words("nv"))) == 2);
    CHECK(keys_of("吕", composer.compose(in_name_field("lyu"))) == 3);
}

TEST_CASE("What is chosen leaves keys that can be asked about again") {
    RimeComposer composer(rime_folders());
    for (const std::string keys : {"zhangweimin", "zwm", "zhang'wei", "xianan", "fangangan"}) {
        for (const bool name : {false, true}) {
            ComposeQuery query = in_words(keys);
            query.name = name;
            for (const Candidate& one : composer.compose(query).candidates) {
                INFO(keys, " ", one.text, " ", one.keys);
                CHECK(one.keys > 0);
                CHECK(one.keys <= keys.size());
            }
        }
    }
}

TEST_CASE("An answer depends on its question alone") {
    RimeComposer composer(rime_folders());
    std::vector<ComposeQuery> questions = {in_words("zhongguo"),
                                           in_name_field("zw"),
                                           in_name_field("wei", "张"),
                                           in_words("xian"),
                                           with_scheme(ComposeScheme::stroke_order, "hs"),
                                           with_scheme(ComposeScheme::zhuyin, "ㄓㄤ")};
    questions.push_back(questions[0]);
    questions.back().script = Script::traditional;
    std::vector<std::string> answers;
    for (const ComposeQuery& question : questions)
        answers.push_back(written(composer.compose(question)));
    // Again and again, in another order.
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = questions.size(); i-- > 0;)
            CHECK(written(composer.compose(questions[i])) == answers[i]);
    }
}

TEST_CASE("A second life of the library answers as the first") {
    std::string answers[2];
    for (std::string& answer : answers) {
        RimeComposer composer(rime_folders());
        answer = written(composer.compose(in_name_field("zhangwei")));
    }
    CHECK(answers[0] == answers[1]);
}

TEST_CASE("Nothing that is typed is written to a disk") {
    const fs::path home = fs::temp_directory_path() / "foyer-composer-home";
    fs::remove_all(home);
    fs::create_directories(home);
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
        ::setenv(name, home.c_str(), 1);
    const auto schemas = files_below(rime_folders().schemas);
    {
        RimeComposer composer(rime_folders());
        for (const std::string keys : {"zhangwei", "wangxiaoming", "zhongguo"}) {
            for (int i = 0; i < 20; ++i) {
                composer.compose(in_words(keys));
                composer.compose(in_name_field(keys));
            }
        }
        composer.compose(with_scheme(ComposeScheme::stroke_order, "hsp"));
    }
    CHECK(files_below(home).empty());
    CHECK(files_below(rime_folders().schemas) == schemas);
    CHECK_FALSE(fs::exists("/dev/null/foyer"));
    fs::remove_all(home);
}

TEST_CASE("There is one composer at a time, and a missing table is named") {
    {
        RimeComposer composer(rime_folders());
        CHECK_THROWS_AS(RimeComposer{rime_folders()}, std::logic_error);
        CHECK(place_of("中国", composer.compose(in_words("zhongguo"))) == 1);
    }
    RimeFolders nowhere = rime_folders();
    nowhere.data = "/nowhere";
    CHECK_THROWS_WITH_AS(RimeComposer{nowhere}, doctest::Contains("/nowhere/build/pinyin_simp"),
                         std::runtime_error);
    nowhere = {.schemas = "/nowhere"};
    CHECK_THROWS_WITH_AS(RimeComposer{nowhere}, doctest::Contains("/nowhere/default.yaml"),
                         std::runtime_error);
    CHECK_NOTHROW(RimeComposer{rime_folders()});
}

TEST_CASE("Keys that nobody types neither crash nor keep anyone waiting") {
    RimeComposer composer(rime_folders());
    std::vector<std::string> hostile = {"",
                                        "'",
                                        "''''''''",
                                        std::string(10000, 'z'),
                                        std::string(10000, '\''),
                                        "\xFF\xFE",
                                        "张伟",
                                        "v",
                                        "i",
                                        "u",
                                        "ZHANGWEI",
                                        "zhang wei",
                                        "123",
                                        "a\nb",
                                        "z'w",
                                        "'zw",
                                        "zw'''",
                                        "ê",
                                        "ㄓ",
                                        "ˇˇˇ",
                                        "   "};
    hostile.push_back(std::string("zh\0w", 4));
    std::string many, syllables, zhuyin, strokes;
    for (int i = 0; i < 3000; ++i) {
        many += "zh";
        syllables += "xian";
        zhuyin += "ㄓㄨㄤ";
        strokes += "hspnz";
    }
    hostile.insert(hostile.end(), {many, syllables, zhuyin, strokes, "hspnz\xFF", "nnnnnnnnnnnn"});
    for (const std::string& keys : hostile) {
        for (const ComposeScheme scheme :
             {ComposeScheme::pinyin, ComposeScheme::zhuyin, ComposeScheme::stroke_order}) {
            for (const bool name : {false, true}) {
                ComposeQuery query = with_scheme(scheme, keys);
                query.name = name;
                const auto start = std::chrono::steady_clock::now();
                const Composed composed = composer.compose(query);
                const auto took = std::chrono::steady_clock::now() - start;
                INFO(keys.substr(0, 40), " ", int(scheme), " ", name);
                CHECK(took < std::chrono::seconds(5));
                CHECK(composed.candidates.size() <= query.limit);
                for (const Candidate& one : composed.candidates) {
                    CHECK(one.keys >= 1);
                    CHECK(one.keys <= keys.size());
                    CHECK_FALSE(one.text.empty());
                }
            }
        }
    }
    ComposeQuery query = in_name_field("wei", std::string(100000, '\xE5'));
    CHECK_NOTHROW(composer.compose(query));
    query.before = std::string("张\0", 4);
    CHECK_NOTHROW(composer.compose(query));
    query.limit = 0;
    CHECK(composer.compose(query).candidates.empty());
    query.limit = std::size_t(-1);
    CHECK(composer.compose(query).candidates.size() > 100);
}

TEST_CASE("Characters are found by the order of their strokes") {
    RimeComposer composer(rime_folders());
    ComposeQuery query = with_scheme(ComposeScheme::stroke_order, "hhsh");
    const Composed king = composer.compose(query);
    CHECK(king.shown == "一一丨一");
    CHECK(is_near("王", king));
    CHECK(keys_of("王", king) == 4);
    // 张 in six strokes of its seven, also where the field is for a name.
    query.keys = "zhzphz";
    CHECK(place_of("张", composer.compose(query)) > 0);
    query.name = true;
    CHECK(place_of("张", composer.compose(query)) == 1);
    query.keys = "zhz";
    query.script = Script::traditional;
    CHECK(is_near("張", composer.compose(query)));
}
