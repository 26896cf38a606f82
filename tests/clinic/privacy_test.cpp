#include "shared/base/text.h"
#include "shared/clinic/papers.h"
#include "shared/store/backup.h"
#include "tests/clinic/desk.h"

#include <fstream>
#include <iterator>

using namespace sango;
using namespace sango::clinic;
using sango::test::Desk;

namespace {

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("A copy of the disk holds no name, address, phone or free text in the clear") {
    Desk desk;
    const std::string use = desk.check_in_hanako();
    NewNote note = desk.milk(use);
    note.kind = NoteKind::text;
    note.amount.reset();
    note.text = "夫とけんかをしたとのこと";
    const std::string id = *write_note(desk.clinic(), note);
    note.text = "夫と話し合いをしたとのこと";
    REQUIRE(correct_note(desk.clinic(), id, note, "聞きまちがいでした").ok());
    REQUIRE(search_mothers(desk.clinic(), "やまだ", 5)->size() == 1);
    REQUIRE(undo_check_in(desk.clinic(), use, "別の山田さんでした").ok());
    const auto mother = find_by_number(desk.clinic(), "nerima", "N-4821-1");
    Paper plan;
    plan.number = "P-1";
    plan.kind = PaperKind::support_plan;
    plan.title = "義母との同居について";
    plan.text = "夜に眠れない日が続く";
    REQUIRE(keep_papers(desk.clinic(), (*mother)->id, {true, desk.clock.now(), {plan}}).ok());
    REQUIRE(read_paper(desk.clinic(), papers_of(desk.clinic(), (*mother)->id)->front().id).ok());
    REQUIRE(store::back_up(desk.clinic().database, desk.data / "backup.db").ok());

    const auto check_folder = [&] {
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.data)) {
            if (!entry.is_regular_file()) continue;
            ++files;
            const std::string bytes = contents(entry.path());
            for (const char* secret :
                 {"山田", "花子", "やまだ", "はなこ", "あおい", "豊玉", "090-1234-5678", "1234-5678",
                  "けんか", "話し合い", "聞きまちがい", "別の山田", "卵", "義母", "眠れない"}) {
                CHECK_MESSAGE(bytes.find(secret) == std::string::npos,
                              (entry.path().filename().string() + " " + secret));
                const auto cp932 = to_cp932(secret);
                if (cp932->size() > 2) CHECK(bytes.find(*cp932) == std::string::npos);
            }
        }
        CHECK(files >= 3);
    };
    check_folder();  // with the log beside the file
    desk.opened.reset();
    check_folder();
    CHECK(contents(desk.data / "clinic.db").find("care_note") != std::string::npos);
}
