"""Who of a list is a child at the school: words for adults, for those who have left, and for students that are a test."""

from board.exchange.lists.headers import plain

_ADULTS = frozenset(
    """
    teacher teachers primaryteacher coteacher substitute instructor faculty staff administrator admin districtadministrator
    principal aide teachingassistant ta paraprofessional counselor counsellor proctor systemadministrator siteadministrator
    parent parents guardian relative mother father contact observer designer noneditingteacher editingteacher owner
    headofyear tutor formtutor senco employee nurse secretary volunteer visitor
    lehrer lehrerin lehrkraft lehrkrafte padagoge erzieher erzieherin eltern elternteil mutter vater schulleitung verwaltung
    enseignant enseignante professeur professeure prof parentdeleve pere mere responsable directeur directrice personnel aesh
    docente profesor profesora maestro maestra padre madre acudiente apoderado director directora administrador personal
    professora professor responsavel pai mae diretor diretora coordenador funcionario auxiliar
    insegnante maestra genitore dirigente leraar leerkracht docent ouder nauczyciel nauczycielka rodzic larare foralder
    laerer foraelder opettaja huoltaja ogretmen veli учитель преподаватель родитель вчитель батьки معلم معلمة مدرس وليامر
    מורה הורה 教師 教員 先生 担任 保護者 职员 老师 老師 家长 家長 교사 선생님 학부모 giaovien phuhuynh ครู ผู้ปกครอง शिक्षक अभिभावक
    """.split()
)
_AWAY = frozenset(
    """
    inactive deactivated disabled withdrawn withdrew withdrawal transferred transferredout transfer exited exit left leaver
    dropped deleted tobedeleted removed archived unenrolled disenrolled notenrolled nolongerenrolled graduated moved inactiveuser
    concluded completed noshow former formerstudent gone w
    inaktiv abgemeldet ausgetreten abgegangen abgang verzogen exmatrikuliert deaktiviert geloscht ausgeschieden
    inactif inactive radie radiee parti partie sorti sortie desinscrit demissionnaire desactive
    inactivo inactiva baja debaja retirado retirada trasladado trasladada desmatriculado egresado
    inativo inativa transferido transferida desistente evadido evadida cancelado cancelada desligado remanejado abandonou
    inattivo ritirato trasferito inactief uitgeschreven vertrokken nieaktywny wypisany skreslony inaktiverad avslutad
    poistunut eronnut pasif ayrildi неактивен выбыл отчислен вибув неактивний غيرنشط منقول منسحب לאפעיל עזב
    転出 転校 退学 除籍 卒業 転出済 在籍なし 非在籍 转出 转学 退学 離校 轉出 전출 자퇴 퇴학 제적 chuyendi nghihoc ลาออก निष्क्रिय
    """.split()
)
_NO = frozenset(
    "no n false 0 nein non nao não falsch faux falso いいえ 否 无 無 нет ні لا לא아니오 nej nie ei hayir".split()
)
_YES = frozenset("yes y true 1 ja oui si sí sim wahr vrai verdadero はい 是 да так نعم כן 예 tak kylla evet x".split())
_SAYS_AWAY = (
    "inactive",
    "withdrawn",
    "deleted",
    "left",
    "disabled",
    "archived",
    "inaktiv",
    "baja",
    "inactif",
    "inativo",
)

_TESTS = frozenset(
    """
    teststudent studenttest demostudent studentdemo samplestudent studentview testpupil testuser testschuler schulertest
    elevetest estudiantedeprueba alumnodeprueba studenttestview teststudent1
    """.split()
)


def is_adult(role: str) -> bool:
    """Tell whether the role of somebody is that of an adult; a role nobody knows is a child's.

    Args:
        role: What stands in the column, in any of the languages schools write it in.
    """
    return plain(role) in _ADULTS


def is_away(status: str, header: str = "") -> bool:
    """Tell whether a list says that somebody is not at the school (any more).

    Args:
        status: What stands in the column.
        header: What stands above it: a bare yes or no means what it asks.
    """
    word = plain(status)
    if word in _AWAY:
        return True
    asks_away = any(away in plain(header) for away in _SAYS_AWAY)
    return word in (_YES if asks_away else _NO)


def is_test_student(name: str) -> bool:
    """Tell whether a name is that of the student a program made for trying things out: "Student, Test"."""
    return plain(name) in _TESTS
