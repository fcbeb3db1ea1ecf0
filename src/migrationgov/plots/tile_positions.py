"""The position of each state's tile on the tile map, roughly at the state's place."""

from __future__ import annotations

# Neighbours stay neighbours where they can; every column is as wide as a code.
_ROWS = """
 .   .   .   .   .   .   .   .   .   .   .  ISL  .   .   .  NOR SWE FIN
 .  CAN  .   .   .   .   .   .   .   .   .  IRL GBR  .  DNK  .   .  EST  .  RUS
 .  USA  .   .   .   .   .   .   .   .   .   .   .  NLD DEU POL LTU LVA BLR
 .  MEX  .  BHS  .   .   .   .   .   .   .   .  BEL LUX LIE CZE SVK UKR  .   .   .  KAZ  .   .  MNG
GTM BLZ  .  CUB HTI DOM KNA ATG  .   .   .   .  FRA CHE AUT HUN ROU MDA  .  GEO  .  UZB KGZ  .  CHN PRK
SLV HND  .  JAM  .   .  DMA LCA  .   .   .  AND MCO ITA SVN HRV SRB BGR  .  ARM AZE TKM TJK  .   .  KOR JPN
 .  NIC CRI  .   .  GRD VCT BRB  .   .  PRT ESP SMR VAT BIH MNE XKX MKD TUR SYR IRQ IRN AFG  .  BTN TWN
 .   .  PAN  .   .   .  TTO  .   .   .   .   .   .  MLT  .  ALB GRC CYP LBN JOR KWT  .  PAK NPL BGD MMR LAO
 .   .  COL VEN GUY SUR  .   .   .   .   .  MAR DZA TUN LBY EGY  .  ISR PSE SAU BHR QAT  .  IND  .  THA VNM
 .   .  ECU  .  BRA  .   .   .   .   .  ESH MRT MLI NER TCD SDN ERI  .   .  YEM OMN ARE MDV LKA  .  KHM  .  PHL
 .   .  PER BOL PRY  .   .   .  CPV  .  SEN GMB GIN BFA NGA CAF SSD ETH DJI  .   .   .   .   .   .  MYS BRN  .  PLW FSM MHL
 .   .  CHL ARG URY  .   .   .   .   .  GNB SLE CIV TGO BEN CMR UGA KEN SOM  .   .   .   .   .   .  SGP IDN TLS PNG NRU KIR
 .   .   .   .   .   .   .   .   .   .   .  LBR GHA  .  GNQ COG RWA TZA  .  SYC  .   .   .   .   .   .   .   .  SLB TUV WSM COK
 .   .   .   .   .   .   .   .   .   .   .   .   .  STP GAB COD BDI MWI COM  .   .   .   .   .   .   .  AUS  .  VUT FJI TON NIU
 .   .   .   .   .   .   .   .   .   .   .   .   .   .   .  AGO ZMB MOZ  .  MDG MUS  .   .   .   .   .   .   .  NZL
 .   .   .   .   .   .   .   .   .   .   .   .   .   .   .  NAM BWA ZWE
 .   .   .   .   .   .   .   .   .   .   .   .   .   .   .  ZAF LSO SWZ
"""  # noqa: E501 -- a picture, as wide as the world

#: Column and row (from the top) of each state's tile.
TILES = {
    code: (column, row)
    for row, line in enumerate(_ROWS.strip("\n").splitlines())
    for column, code in enumerate(line.split())
    if code != "."
}
ROWS = max(row for _, row in TILES.values()) + 1
COLUMNS = max(column for column, _ in TILES.values()) + 1
