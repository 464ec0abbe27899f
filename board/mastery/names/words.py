"""Words that stand in names and are none themselves: particles, suffixes, titles; and family names that show an order."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "van von vom der den dem ter ten te op 't 's de del dela della delle dei degli di da das do dos du des d d' la le "
    "las los lo li el al as ad ash at an ur ul e y i zu zum zur zur af av het in bin ibn ben bint binti bt bte nin "
    "a/l a/p s/o d/o بن ابن بنت آل"
)
"""Small words in front of a family name, folded; the initial of a family name is that of the word behind them."""

SONS = _words("bin ibn bint binti bt bte a/l a/p s/o d/o بن ابن بنت")
"""Son of, daughter of: all in front of it is the given name."""

BOUND = _words("abd abdul abdel abdal abdur abdus abdu abu abou umm ummu عبد ابو ام")
"""Words that are half a name; cut off, some say what nobody may be called ("servant")."""

ARTICLES = _words("al el ar as ad ash at an ur ul ud uz us ed")
"""Arabic articles written apart; between two words they join both into one name."""

BOUND_BEHIND = _words("din deen dine allah islam الدين الله الاسلام")
"""Second halves of names such as Nur al-Din."""

HOLY = _words("st saint ste sankt")
BRANCHES = _words("Mc Mac Ó Ní Nic Uí בן בר")
"""Irish, Scots and Hebrew beginnings of a family name, where they are written apart."""

SAINTS = _words("martin jose juan miguel pedro roman nicolas agustin vicente cruz maria ana clara")
"""Saints that are family names behind San and Santa."""

SUFFIX = re.compile(r"(?i:jr\.?|sr\.?|jnr\.?|snr\.?|2nd|3rd|4th)|II|III|IV|VI{0,3}")
"""What stands behind a name; Roman numbers in capitals only: Ii is a family name."""

LATE_SUFFIX = _words("junior senior filho neto sobrinho netto")
"""Suffixes that are names, too; they are none before the third word."""

TITLES = _words("mr mrs ms miss mx mstr master dr prof mme mlle herr frau fraulein sr sra srta senor senora senorita")

NOTES = _words("new absent left esl ell el eal iep sen send sped gt gate pp fsm lac he she they him her")
"""What teachers note in brackets behind a name; nobody is called so."""

NO_NAME = frozenset(("none", "None", "NONE", "null", "NULL", "nan", "NaN", "n/a", "N/A", "NA"))
"""How programs write that a cell is empty."""

VIETNAMESE = _words(
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dao doan dinh trinh truong mai to lam luu "
    "ta cao chau thai quach kieu"
)
"""Vietnamese family names, folded; nine of ten people are called by the first fourteen."""

SURELY_VIETNAMESE = _words("nguyen tran pham huynh")
"""Those that are nobody's given name elsewhere, so that they show the order without accents."""

VIETNAMESE_SIGNS = re.compile("[ăằắẳẵặầấẩẫậđềếểễệỉĩịồốổỗộơờớởỡợưừứửữựỳỷỹỵạảẻẽẹỏọủũụ]", re.IGNORECASE)
VIETNAMESE_MIDDLE = _words("thi van")
"""What stands between family and given name of many girls and boys."""

PATRONYMIC = re.compile("(?:вич|авіч|евіч|івна|ївна|вна|ўна|ична|кызы|оглы)$")
"""How a father's name ends in Cyrillic; a Serbian family name ends in "ић"."""

IBERIAN = _words(
    "garcia lopez gonzalez rodriguez fernandez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno "
    "munoz alvarez romero alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina "
    "morales suarez ortega delgado castro ortiz rubio marin sanz iglesias medina garrido cortes castillo santos lozano "
    "guerrero cano prieto mendez cruz calvo gallego vidal leon herrera marquez pena cabrera flores campos vega reyes "
    "fuentes carrasco aguilar caballero nieto santana vargas pascual gimenez herrero hidalgo montero lorenzo santiago "
    "benitez duran ibanez arias mora ferrer carmona vicente rojas soto crespo roman pastor velasco parra saez moya "
    "bravo rivera gallardo soler silva ferreira pereira oliveira costa rodrigues martins jesus sousa fernandes "
    "goncalves gomes lopes marques alves almeida ribeiro pinto carvalho teixeira correia mendes nunes soares vieira "
    "monteiro cardoso rocha neves coelho cunha pires souza lima araujo barbosa nascimento chavez mendoza guzman "
    "salazar estrada juarez contreras espinoza espinosa cardenas valdez acosta padilla pacheco miranda rosales"
)
"""Family names of Spain, Portugal and the Americas, folded: two of them at the end are both the family name."""

DOUBLE_GIVEN = {
    "mary": "ann anne beth ellen jane jo kate lou lynn grace rose",
    "maria": "jose luisa isabel elena teresa carmen fernanda",
    "ana": "maria isabel luisa sofia paula lucia",
    "anna": "maria lena sophie",
    "jose": "luis maria antonio manuel carlos angel miguel",
    "juan": "carlos jose pablo manuel diego david",
    "luis": "miguel angel fernando alberto",
    "jean": "paul pierre luc claude marc baptiste michel",
    "marie": "claire louise laure france therese",
    "joao": "pedro paulo miguel vitor",
}
"""Given names of two words, by the first; without such a table the second would be a middle name."""

ONE_SIGN_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔"
    "钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃戴莫孔向汤湯"
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추"
)
"""The commonest family names of China and Korea; a Japanese one has mostly two signs."""

HAN_FAMILIES = _words("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 尉迟 皇甫 令狐 慕容 司徒 端木 公孙 公孫 夏侯")
HANGUL_FAMILIES = _words("남궁 황보 제갈 사공 선우 서문 독고 동방")
"""Family names of two signs; all others of a name without spaces have one."""
