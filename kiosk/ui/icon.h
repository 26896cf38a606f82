#pragma once

#include <string>

namespace sango::ui {

/// The icons in use, by what they mean here. Each is a character of Debian's Material Design Icons 1.6
/// (fonts-materialdesignicons-webfont), all in U+F001 to U+F7FF. An icon never stands without a word.
enum class Icon : char16_t {
    none = 0,
    checkin = 0xF433,      // qrcode-scan
    bookings = 0xF0EE,     // calendar-blank
    care = 0xF3EB,         // pencil
    night = 0xF594,        // weather-night
    report = 0xF48A,       // send
    figures = 0xF128,      // chart-bar
    settings = 0xF493,     // settings
    phone = 0xF3F2,        // phone
    alert = 0xF026,        // alert
    check = 0xF12C,        // check
    close = 0xF156,        // close
    back = 0xF141,         // chevron-left
    forward = 0xF142,      // chevron-right
    up = 0xF143,           // chevron-up
    down = 0xF140,         // chevron-down
    plus = 0xF415,         // plus
    minus = 0xF374,        // minus
    erase = 0xF06E,        // backspace
    undo = 0xF54C,         // undo
    printer = 0xF42A,      // printer
    pdf = 0xF225,          // file-pdf
    sheet = 0xF21B,        // file-excel
    csv = 0xF218,          // file-delimited
    document = 0xF219,     // file-document
    search = 0xF349,       // magnify
    keyboard = 0xF313,     // keyboard-variant
    camera = 0xF100,       // camera
    no_camera = 0xF5DF,    // camera-off
    person = 0xF004,       // account
    people = 0xF00E,       // account-multiple
    staff = 0xF00B,        // account-key
    baby = 0xF2E7,         // human-child
    mother = 0xF649,       // human-female
    pregnant = 0xF5CF,     // human-pregnant
    bottle = 0xF1AB,       // cup-water
    breast = 0xF2D5,       // heart-outline
    nappy = 0xF06C,        // baby
    thermometer = 0xF50F,  // thermometer
    weight = 0xF473,       // scale-bathroom
    bath = 0xF58C,         // water
    sleep = 0xF4B2,        // sleep
    breast_care = 0xF64C,  // human-handsup
    meal = 0xF4A6,         // silverware-variant
    medicine = 0xF402,     // pill
    counselling = 0xF184,  // comment-processing
    memo = 0xF39E,         // note-text
    pain = 0xF1F8,         // emoticon-sad
    clock = 0xF150,        // clock
    timer = 0xF51B,        // timer
    history = 0xF2DA,      // history
    lock = 0xF33E,         // lock
    unlock = 0xF33F,       // lock-open
    sync = 0xF4E6,         // sync
    cloud = 0xF160,        // cloud-check
    offline = 0xF164,      // cloud-outline-off
    hospital = 0xF2E1,     // hospital-building
    bell = 0xF09E,         // bell-ring
    info = 0xF2FD,         // information-outline
    home = 0xF2DC,         // home
    day = 0xF0E0,          // brightness-7
    language = 0xF5CA,     // translate
    download = 0xF1DA,     // download
    upload = 0xF552,       // upload
    key = 0xF30B,          // key-variant
    database = 0xF1B8,     // database
    help = 0xF2D7,         // help-circle
    flag = 0xF23B,         // flag
    link = 0xF339,         // link-variant
    star = 0xF4CE,         // star
    door = 0xF206,         // exit-to-app
    receipt = 0xF449,      // receipt
    cash = 0xF116,         // cash-multiple
    card = 0xF5D2,         // account-card-details
};

inline constexpr char16_t kFirstIcon = 0xF001;
inline constexpr char16_t kLastIcon = 0xF7FF;

/// The icon as UTF-8, to stand in a line of text: icon_text(Icon::phone) + " 緊急". Empty for none.
[[nodiscard]] std::string icon_text(Icon icon);

}  // namespace sango::ui
