"""The colours of the starter art, each with the darker tone used on its shaded side."""

INK = "#20303F"
NIGHT = "#16324F"
WHITE = "#FFFFFF"
CREAM = "#FFF6E0"
STONE = "#BCC9D4"
YELLOW = "#F8CB46"
ORANGE = "#EC8628"
RED = "#E4574C"
PINK = "#F0A0C2"
PURPLE = "#8154AE"
BLUE = "#2577BD"
SKY = "#7ACBEB"
TEAL = "#0F8468"
LEAF = "#69BB52"
BROWN = "#A5713F"
TAN = "#D9A066"
WINE = "#8E2F45"
FOREST = "#095D49"
PLUM = "#5B3785"

BORDER = WHITE
EDGE = "#A9B8C6"

DARKER = {
    INK: "#141F2A",
    NIGHT: "#0D2238",
    WHITE: "#D5E0E9",
    CREAM: "#EBD6A6",
    STONE: "#8FA2B3",
    YELLOW: "#E09E25",
    ORANGE: "#C0601A",
    RED: "#B93A3E",
    PINK: "#D2709F",
    PURPLE: PLUM,
    BLUE: "#175690",
    SKY: "#47A3CD",
    TEAL: FOREST,
    LEAF: "#438F39",
    BROWN: "#784D29",
    TAN: "#B0773F",
    WINE: "#661D32",
}
