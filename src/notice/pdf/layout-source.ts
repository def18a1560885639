/**
 * Page layout in Typst. It is fixed: everything of a notice arrives as data in `sys.inputs`, so no word of it can be read
 * as markup. Lines get their height from the edges of the text, so that 22 of them fill the type area; characters stand
 * 0.25 pt closer, so that 28 fill a line.
 */
export const LAYOUT_SOURCE = `
#let d = json(bytes(sys.inputs.notice))
#let m = d.measures
#let body-size = m.size.three * 1pt
#let line-height = m.line * 1pt
#let red = rgb(m.red)
#let face(name) = (font: d.fonts.at(name).families, weight: d.fonts.at(name).weight)

// Text of a size in lines of a height: the room is shared above and below the character.
#let set-lines(size, height, it) = {
  let room = (height - size) / 2
  set text(size: size, top-edge: size * 0.88 + room, bottom-edge: -(size * 0.12 + room))
  it
}
#let on-grid(it) = { set text(tracking: m.tracking * 1pt); set-lines(body-size, line-height, it) }
#let in-lines(lines) = lines.map(l => [#l]).join(linebreak())

#let number = context [— #counter(page).display() —]
#let number-text = set-lines(m.size.four * 1pt, m.size.four * 1pt, text(..face("song"), number))
#let number-down = m.numberBelow * 1mm - m.size.four * 0.5pt
#let number-in = m.size.four * 1pt
#let odd() = calc.odd(counter(page).get().first())

#let upright-footer = context {
  if odd() { place(top + right, dx: -number-in, dy: number-down, number-text) }
  else { place(top + left, dx: number-in, dy: number-down, number-text) }
}
// Turned across, the foot of the sheet is at the left and its right edge below.
#let turned-number = context {
  let from-edge = m.page.bottom * 1mm - number-down - m.size.four * 1pt
  let it = rotate(90deg, reflow: true, number-text)
  if odd() { place(bottom + left, dx: from-edge, dy: -(m.page.right * 1mm + number-in), it) }
  else { place(top + left, dx: from-edge, dy: m.page.left * 1mm + number-in, it) }
}

#set document(title: d.title, date: none)
#set page(
  paper: "a4",
  margin: (top: m.page.top * 1mm, bottom: m.page.bottom * 1mm, left: m.page.left * 1mm, right: m.page.right * 1mm),
  footer-descent: 0pt,
  footer: upright-footer,
)
#set text(..face("body"), lang: "zh", region: "cn", cjk-latin-spacing: auto, costs: (widow: 0%, orphan: 0%))
#set par(leading: 0pt, spacing: 0pt, justify: true)
#set block(spacing: 0pt)
#show: on-grid

#if d.letterhead != none {
  v(m.letterhead.markTop * 1mm)
  align(center, set-lines(d.letterhead.size * 1pt, d.letterhead.size * 1pt, text(..face("title"), fill: red, tracking: 0pt, d.letterhead.mark)))
  v(m.letterhead.emptyLines * line-height)
  align(center, set-lines(body-size, body-size, [#d.letterhead.number]))
  v(m.letterhead.lineBelowNumber * 1mm)
  line(length: 100%, stroke: m.letterhead.lineThickness * 1mm + red)
  v(m.letterhead.emptyLines * line-height)
}
#let heading-lines(lines) = align(center, set-lines(m.size.two * 1pt, 33pt, text(..face("title"), tracking: 0pt, in-lines(lines))))
#heading-lines(d.titleLines)
#v(line-height)
#if d.addressees != none { par[#d.addressees] }

#let indented(it) = par(first-line-indent: (amount: 2em, all: true), it)
#let body-par(p) = indented[#text(..face(p.face), p.head)#p.text]
#for (i, p) in d.body.enumerate() {
  block(sticky: p.held, breakable: true, body-par(p))
}

// Attachment note, signature and date hang together and on the last paragraph, so that they never stand alone on a page.
#let number-width = if d.attachmentNote.len() == 1 { 0em } else if d.attachmentNote.len() > 9 { 1.5em } else { 1em }
#let note-row(i, a) = grid(
  columns: (2em, 3em, number-width, 1fr),
  [], if i == 0 [附件：], [#a.number], par[#a.title],
)
#block(breakable: false, width: 100%, {
  if d.attachmentNote.len() > 0 { v(line-height) }
  for (i, a) in d.attachmentNote.enumerate() { note-row(i, a) }
  v(d.signature.emptyLines * line-height)
  pad(left: d.signature.issuerLeft * 1pt, [#d.signature.issuer])
  pad(left: d.signature.dateLeft * 1pt, [#d.signature.date])
  if d.annotation != none { indented[#d.annotation] }
})

#let cell-par(c, size) = {
  set par(justify: false)
  set-lines(size, size * 1.4, in-lines(c.lines))
}
#let cell(c, size, head: false) = table.cell(
  x: c.x, y: c.y, colspan: c.colspan, rowspan: c.rowspan,
  align: (if c.align == "center" { center } else { left }) + horizon,
  breakable: if c.rowspan > m.groupRows { auto } else { false },
  text(..face(if head { "hei" } else { "body" }), tracking: 0pt, cell-par(c, size)),
)
#let attachment(a) = {
  let size = a.size * 1pt
  let pad-y = (m.rowMin * 1mm - size * 1.4) / 2
  [#text(..face("hei"), a.mark)]
  v(line-height)
  heading-lines(a.titleLines)
  v(line-height / 2)
  table(
    columns: a.columns.map(w => w * 1mm),
    stroke: 0.5pt,
    inset: (x: m.cellSide * 1pt, y: pad-y),
    table.header(..a.head.map(c => cell(c, size, head: true))),
    ..a.cells.map(c => cell(c, size)),
  )
  if a.note != none { v(6pt); set-lines(size, size * 1.5, par[#a.note]) }
}
#let across = (flipped: true, footer: none, background: turned-number, margin: (
  top: m.page.left * 1mm, bottom: m.page.right * 1mm, left: m.page.bottom * 1mm, right: m.page.top * 1mm,
))
#for a in d.attachments {
  if a.wide { page(..across, attachment(a)) } else { pagebreak(weak: true); attachment(a) }
}

// The record floats to the foot of the last page, or of a new one where there is no room. A wide table is not its page.
#let record-rule(mm) = line(length: 100%, stroke: mm * 1mm)
#let record-size = m.size.four * 1pt
#let record = set-lines(record-size, 22pt, text(tracking: 0pt, {
  record-rule(m.rules.outer)
  if d.record.cc != none {
    pad(left: record-size, right: record-size, grid(columns: (3em, 1fr), align: top, [抄送：], par[#d.record.cc]))
    record-rule(m.rules.inner)
  }
  pad(left: record-size, right: record-size, [#d.record.office #h(1fr) #d.record.printed])
  record-rule(m.rules.outer)
}))
#if d.attachments.len() > 0 and d.attachments.last().wide { pagebreak(weak: true); [#sym.zws] }
#place(bottom, float: true, clearance: 6pt, block(width: 100%, record))
`;
