"""How the page for a browser looks: the tokens of `look`, in light and dark, on a phone, on a desk and on paper.

No font is in the file: a browser takes Source Sans 3 if it is there, else the font of its system.
"""

from her2guide.look import Palette, tokens

_LAYOUT = """\
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--ink);overflow-wrap:anywhere;line-height:1.5;
font-family:"Source Sans 3","Source Sans Pro",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
header,nav,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
h1,h2,h3,.lead,caption{line-height:1.25;text-wrap:balance}
h1{font-size:1.25rem;margin:1.5rem 0 1rem;color:var(--ink2)}
h2{font-size:1.75rem;margin:0 0 1rem}
h3{font-size:1.25rem;margin:2rem 0 .5rem}
p,ul,ol,dl,table,figure{margin:0 0 1rem}
ul,ol{padding-left:1.75rem}
li{margin-bottom:.375rem}
ol>li::marker{font-weight:700;color:var(--lake)}
section{padding:2.5rem 0 1.5rem;border-top:1px solid var(--line)}
section:first-of-type{padding-top:.5rem;border-top:0}
dfn{font-style:normal;font-weight:700}
a{color:var(--lake);text-underline-offset:.15em}
a.term{text-decoration-style:dotted}
:target{scroll-margin-top:1rem}
dfn:target{background:var(--amberbg)}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:2px}
main:focus{outline:0}
.skip{position:absolute;left:1rem;top:-6rem;padding:.75rem 1rem;background:var(--surface);z-index:1}
.skip:focus{top:.5rem}
nav{margin-bottom:1rem}
nav details{background:var(--surface);border:1px solid var(--lineui);border-radius:.5rem;padding:0 1rem}
nav summary{padding:.75rem 0;font-weight:600;color:var(--lake);cursor:pointer}
nav ul{list-style:none;padding:0;columns:18rem;column-gap:2rem}
nav li{margin:0;break-inside:avoid}
nav li a{display:block;padding:.625rem 0}
.panel{background:var(--tint);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:0 0 1rem}
.panel>:last-child{margin-bottom:0}
.call-now{background:var(--amberbg);border:2px solid var(--amberline)}
.emergency{background:var(--amber);color:var(--onamber);--ink:var(--onamber)}
.signs{list-style:none;padding-left:0}
.signs>li{position:relative;padding-left:2.375rem;min-height:1.75rem}
svg.sign{position:absolute;left:0;top:0;width:1.75rem;height:1.75rem;background:none}
.lead{font-weight:700;font-size:1.125rem;margin-bottom:.5rem}
.panel ul{columns:16rem;column-gap:2rem}
.panel li{break-inside:avoid}
.contacts>div{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:baseline;margin-bottom:.5rem}
dd{margin:0;font-weight:700;font-size:1.125rem}
dd.write{flex:1 1 10rem;min-height:2.25rem;border-bottom:1px solid var(--lineui)}
.asks>li{padding-bottom:2.25rem;margin-bottom:.75rem;border-bottom:1px solid var(--lineui)}
.boxes{list-style:none;padding-left:0}
.boxes>li{position:relative;padding-left:2rem}
.boxes>li::before{content:"";position:absolute;left:0;top:.15rem;width:1.1rem;height:1.1rem;
border:2px solid var(--ink);border-radius:.2rem}
table{width:100%;border-collapse:collapse}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem .625rem;border-bottom:1px solid var(--line)}
th,td{overflow-wrap:break-word}
bdi{overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:.5rem}
tbody th{font-weight:400}
thead th,thead td{background:var(--tint);border-bottom:1px solid var(--lineui);font-weight:700;vertical-align:bottom}
figure{background:var(--surface);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 0}
svg{display:block;max-width:100%;height:auto;margin:0 auto;background:var(--surface);forced-color-adjust:none}
.f-none{fill:none}
.narrow{display:none}
.card{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:1rem;margin-bottom:1rem}
.copy{display:none}
.face{background:var(--surface);border:2px dashed var(--lineui);padding:0 1rem .5rem}
.face h3{margin:0 -1rem .75rem;padding:.5rem 1rem;font-size:1.125rem}
.front h3{background:var(--amber);color:var(--onamber)}
.back h3{background:var(--ink);color:var(--page)}
.diary{list-style:none;padding:0;border-top:1px solid var(--lineui)}
.diary li{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;margin:0;padding:.375rem 0;
border-bottom:1px solid var(--lineui)}
.diary li>span{flex:1 1 10rem}
.diary .days{flex:2 1 18rem;display:flex}
.days i{flex:1;height:2rem;border:1px solid var(--lineui);border-left-width:0}
.days i:first-child{border-left-width:1px}
footer{padding-top:1.5rem;padding-bottom:2rem;border-top:1px solid var(--line);color:var(--ink2)}
footer p{margin:0}
@media screen and (max-width:44em){h2{font-size:1.5rem}.wide{display:none}.narrow{display:block}
th,td{padding:.5rem .375rem}}
@media screen and (max-width:24em){table{font-size:.875rem}}
@media (max-width:21em){th,td{overflow-wrap:anywhere}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
@page{margin:16mm}
html{font-size:11.5pt}
body,section{line-height:1.4}
section{padding:1.25rem 0 .25rem}
h3{margin-top:1.25rem}
body{background:#FFFFFF}
.skip,nav{display:none}
header,main,footer{max-width:none;padding:0}
a{color:inherit}
.fresh{break-before:page}
h2,h3,.lead,caption,thead{break-after:avoid}
.card{grid-template-columns:85.6mm 85.6mm;gap:0;font-size:.72rem;line-height:1.2}
.copy{display:grid}
.face{min-height:54mm;padding:0 3mm 1mm}
.face h3{margin:0 -3mm 1.5mm;padding:1mm 3mm;font-size:.85rem}
.face :is(p,ul,dl){margin:0 0 1mm;font-size:inherit}
.face li{margin:0}
.face dd{font-size:inherit}
.face .contacts>div{margin:0}
.face dd.write{min-height:1.1rem}
figure,tr,li,.panel,.card,.contacts>div{break-inside:avoid}
svg,.panel,.face,thead th,thead td{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""


def style_sheet() -> str:
    """Return the whole style sheet. Paper is light; a screen is as the person's system asks."""
    light, dark = (_colors(palette) for palette in (Palette.LIGHT, Palette.DARK))
    paints = "".join(
        f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}\n" for name in tokens(Palette.LIGHT)
    )
    return (
        f":root{{{light}}}\n@media screen{{:root{{color-scheme:light dark}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{_LAYOUT}{paints}"
    )


def _colors(palette: Palette) -> str:
    return ";".join(f"--{name}:{color}" for name, color in tokens(palette).items())
