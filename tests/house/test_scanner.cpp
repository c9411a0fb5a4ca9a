#include <doctest/doctest.h>

#include <string>

#include "tests/house/scanner.h"
#include "tests/house/sources.h"

using namespace foyer::house;

TEST_CASE("A line is as wide as its characters, not its bytes") {
    CHECK(width_of("abc") == 3);
    CHECK(width_of("您还在吗？") == 5);
    CHECK(width_of("") == 0);
}

TEST_CASE("Comments, literals and directives are blanked and lines stay in place") {
    CHECK(blanked("a // {\nb") == "a     \nb");
    CHECK(blanked("a /* {\n} */ b") == "a     \n     b");
    CHECK(blanked("f(\"{\\\"}\");") == "f(      );");
    CHECK(blanked("c = '{';") == "c =    ;");
    CHECK(blanked("c = '\\'';") == "c =     ;");
    CHECK(blanked("n = 1'000'000; {") == "n = 1'000'000; {");
    CHECK(blanked("s = R\"x({\n)\" })x\";") == "s =      \n       ;");
    CHECK(blanked("#define A { \\\n {\nb") == std::string(13, ' ') + "\n  \nb");
}

TEST_CASE("Functions are found in namespaces and classes, with their lines") {
    const auto functions = functions_of(
        "namespace a {\n"
        "class B : public C {\n"
        "  public:\n"
        "    B() : one_{1}, two_{2} {\n"
        "        start();\n"
        "    }\n"
        "    int get() const { return one_; }\n"
        "    int one_ = 0, two_{0};\n"
        "};\n"
        "int long_one(int a,\n"
        "             int b) {\n"
        "    if (a) {\n"
        "        return [&] { return b; }();\n"
        "    }\n"
        "    return 0;\n"
        "}\n"
        "}\n");
    REQUIRE(functions.size() == 3);
    CHECK(functions[0].first_line == 3);
    CHECK(functions[0].lines == 4);
    CHECK(functions[1].lines == 1);
    CHECK(functions[2].head == "int long_one(int a, int b) ");
    CHECK(functions[2].first_line == 10);
    CHECK(functions[2].lines == 7);
}

TEST_CASE("Tables, enumerations and types are no functions") {
    CHECK(functions_of("const int a[] = {\n1,\n2,\n};\n").empty());
    CHECK(functions_of("enum class A { b, c };\nstruct D { int e = 1; };\n").empty());
    CHECK(functions_of("std::vector<int> a{1, 2};\n").empty());
    CHECK(functions_of("template <class T>\nstruct A {\n    T a;\n};\n").empty());
    CHECK(functions_of("void f();\nusing G = int (*)(int);\n").empty());
}

TEST_CASE("A template, an operator and a test case are functions") {
    CHECK(functions_of("template <class T>\nT f(T t) {\n    return t;\n}\n").size() == 1);
    CHECK(functions_of("bool operator()(int a) const {\n    return a;\n}\n").size() == 1);
    CHECK(functions_of("TEST_CASE(\"x\") {\n    CHECK(1);\n}\n").size() == 1);
    CHECK(functions_of("int main() try {\n} catch (...) {\n}\n").front().lines == 2);
}

TEST_CASE("Includes are found as they are written") {
    const auto includes = includes_of("#include <a/b.h>\n #  include \"c.h\"\n// #include <d>\n");
    REQUIRE(includes.size() == 2);
    CHECK(includes[0] == "a/b.h");
    CHECK(includes[1] == "c.h");
}
