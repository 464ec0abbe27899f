"""The reasons for which a column is taken for something, each a sentence for the teacher."""

from board.exchange.tables.meanings import Meaning

HEADER_SAYS = {
    Meaning.NAME: "The header says name.",
    Meaning.GIVEN: "The header says first name.",
    Meaning.MIDDLE: "The header says middle name.",
    Meaning.FAMILY: "The header says family name.",
    Meaning.SECOND_FAMILY: "The header says second family name.",
    Meaning.PREFERRED: "The header says preferred name.",
    Meaning.SUFFIX: "The header says suffix of the name.",
    Meaning.ALIAS: "The header says nickname or alias.",
    Meaning.ID: "The header says id.",
    Meaning.OTHER_ID: "The header says another id; it tells nobody apart here.",
    Meaning.SEAT: "The header says a place in the list; places move when a child comes, so they are no ids.",
    Meaning.GRADE: "The header says grade.",
    Meaning.CLASS: "The header says class or group.",
    Meaning.TEACHER: "The header says teacher, so it is not about the child.",
    Meaning.STATUS: "The header says whether the child is at the school.",
    Meaning.ROLE: "The header says who is a student and who is not.",
    Meaning.PRIVATE: "The header says something private; it is not read.",
    Meaning.UNUSED: "The header says something the board does not need.",
}
"""The reason where a header is known, for every meaning."""

UNKNOWN = "The header says nothing the board knows."
UNLIKE = "What stands there looks like nothing the board needs."
EMPTY = "Nothing stands in it."
MAIL = "Mail addresses stand there; they are not read."
DATES = "Dates stand there; they are not read."
PHONES = "Telephone numbers stand there; they are not read."
GENDER = "The letters look like girls and boys; they are not read."
RUNNING = "1, 2, 3 and so on: places in a list move when a child comes, so they are no ids."
SHORT_NUMBERS = "These short numbers may be places in the list, grades or ids."
ROUNDED = "Excel has rounded these numbers, as in 1.23457E+11, so they tell nobody apart; export the list once more."
BULLETS = "Only the bullets or numbers of a list stand there."
ROLES = "It says who is a student and who is not."
STATUSES = "It says whether the child is at the school."
GRADES = "Grades stand there."
CLASSES = "Classes stand there."
ALL_DIFFERENT = "Each is different and of one form, as ids are."
NO_GRADES = "The header says grade, but no grades stand there."
YEARS = "Years stand there, and no grades."
CLASS_OR_GRADE = "The header says class, and what stands there may be grades."
NO_NAMES = "The header says a name, but no names stand there."
NO_IDS = "The header says a number, but no numbers stand there."
BUT_RUNNING = "The header says id, but 1, 2, 3 and so on are places in a list, which move when a child comes."
SHARED = "The header says id, but children share one."
THE_ID = "The header says id, and no two children share one."
ONLY_ID = "It is the only id that every child has, and no two share one."
FULLEST_ID = "Every child has one; another column sounds more like the school's id, but some children have none there."
FULLER_ID = "Another id is there, which more of the children have or which is clearly the school's own."
WITH_COMMA = "Names with a comma stand there: family name, then given name."
WHOLE_NAMES = "Whole names stand there."
ONE_NAME = "Names stand there."
FIRST_OF_TWO = "Two columns of names: the first is taken for the given names."
SECOND_OF_TWO = "Two columns of names: the second is taken for the family names."
TYPED_FAMILY = "Typed with a comma and a space, so the family name stands first."
TYPED_GIVEN = "Typed with a comma and a space, so the given name stands second."
LIKE_FAMILY = "These are written as family names are: in capitals, or with such as van der in front."
BESIDE_LIKE_FAMILY = "Beside what is written as family names are, these are the given ones."
BESIDE_FAMILY = "Beside family names, name means the given one."
BESIDE_GIVEN = "Beside given names, name means the family's."
ONLY_SHOWN = "It is the only column with names."
ONLY_PREFERRED = "No other column says the given name."
PERHAPS_GIVEN = "Beside family names, these may be the given ones."
PERHAPS_FAMILY = "Beside given names, these may be the family's."
MANY_SHARE = "Many rows share these names, so they are not the children's."
MORE_NAMES = "More names; the board has found those of the children elsewhere."
REPEATS = "It repeats the name, so it is no other name."
AGAIN = "Another column says this already."
OTHER_NAMES = "The header says name, but other names stand there than in the columns for first and family names."
FAMILY_OR_ALIAS = "The header says family name in Portugal and nickname in Brazil."
MAY_BE_NAMES = "The header says nothing the board knows, and names may stand there."
MAY_BE_IDS = "The header does not say id, and each is different, as ids are."
MAY_BE_CODES = "The header says nothing the board knows, and short codes stand there."
NO_ROLES = "The header says who is a student and who is not, but the board knows none of the words there."
NO_STATUSES = "The header says whether the child is at the school, but what stands there says something else."
DATES_OF_LEAVING = (
    "The header says whether the child is at the school, and dates stand there; the board can't tell who has left."
)
NO_TEACHERS = "The header says teacher, but grades or numbers stand there."
CLASS_LETTERS = "The header says grade, and letters as of classes stand there."
HALF_A_NAME = "Single names stand there, and another column may hold the other half."
TWO_FAMILIES = "Another column says the first family name, so this is the second."
CALLED = "The header says how somebody is called: the name the child goes by, or another one."
