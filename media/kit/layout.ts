/** The two orientations of a kit. */
export const shapes = ['9x16', '16x9'] as const
export type Shape = (typeof shapes)[number]

type Box = { x: number; y: number; width: number; height: number }
/** Where words stand: numbers of ASS alignment (as on a keypad) and margins in pixels; `em` is the height of a character. */
export type Words = { align: number; left: number; right: number; vertical: number; em: number; perLine: number }
export type Layout = {
  width: number
  height: number
  picture: Box
  /** Words stand on the picture (white with an edge) or beside it (ink on paper). */
  over: boolean
  title?: Words
  cue: Words
  label: Words
}

const frames: Record<Shape, { width: number; height: number }> = {
  '9x16': { width: 720, height: 1280 },
  '16x9': { width: 1280, height: 720 },
}
/** Less paper than this beside the picture holds no words. */
const ROOM = 300
/** Characters a line for older readers (norms 4.4). */
const PER_LINE = 14

/**
 * Where picture, title and subtitles stand in one orientation. A film of the same orientation fills the frame, its
 * subtitles in the lower part that platforms leave free; another one is fitted on paper, with the title above (or at
 * the left) and the subtitles below. Pure.
 */
export function layout(film: { width: number; height: number }, shape: Shape): Layout {
  const frame = frames[shape]
  const factor = Math.min(frame.width / film.width, frame.height / film.height)
  const size = { width: even(film.width * factor), height: even(film.height * factor) }
  const [beside, above] = [frame.width - size.width, frame.height - size.height]
  if (above >= ROOM) return stacked(frame, size, above)
  if (beside >= ROOM) return sideBySide(frame, size, beside)
  const picture = { ...size, x: even(beside / 2), y: even(above / 2) }
  // Names, captions and buttons of the apps cover the lower fifth of an upright film.
  const vertical = shape === '9x16' ? 300 : 44
  const cue = words(2, { left: 40, right: 40, vertical, em: 46, room: frame.width - 80 })
  return {
    ...frame,
    picture,
    over: true,
    cue,
    label: words(7, { left: 32, right: 32, vertical: 28, em: 30, room: 600 }),
  }
}

type Size = { width: number; height: number }

function stacked(frame: Size, size: Size, above: number): Layout {
  const picture = { ...size, x: 0, y: even(above * 0.4) }
  const room = frame.width - 80
  return {
    ...frame,
    picture,
    over: false,
    title: words(2, {
      left: 40,
      right: 40,
      vertical: frame.height - picture.y + 28,
      em: picture.y < 260 ? 48 : 60,
      room,
    }),
    cue: words(8, { left: 24, right: 24, vertical: picture.y + size.height + 32, em: 48, room: frame.width - 48 }),
    label: words(7, { left: 32, right: 32, vertical: 28, em: 30, room }),
  }
}

function sideBySide(frame: Size, size: Size, beside: number): Layout {
  const margins = { left: 56, right: size.width + 40 }
  const room = beside - 96
  const em = room < 500 ? 36 : 46
  return {
    ...frame,
    picture: { ...size, x: beside, y: 0 },
    over: false,
    title: words(7, { ...margins, vertical: 96, em: Math.round(em * 1.25), room }),
    cue: words(1, { ...margins, vertical: 72, em, room }),
    label: words(7, { ...margins, vertical: 36, em: 30, room }),
  }
}

const words = (align: number, { room, ...place }: Omit<Words, 'align' | 'perLine'> & { room: number }): Words => ({
  align,
  ...place,
  perLine: Math.min(PER_LINE, Math.floor(room / place.em)),
})

/** H.264 in 4:2:0 has no odd sizes. */
const even = (length: number) => Math.max(0, Math.round(length / 2) * 2)
