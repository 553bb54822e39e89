import { CodedError } from './errors'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
export type Decoded = { text: string; encoding: Encoding }

/**
 * The text of a file in the encodings county offices really have: UTF-8 and UTF-16 with or without a mark, GBK and
 * GB 18030 of Chinese Windows, Big5 from across the strait. Throws `text-binary` for what is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (BINARY.test(text)) throw new CodedError('text-binary')
  return { text, encoding }
}

const BINARY = /[\x00-\x08\x0e-\x1a]/

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const wide = unmarkedUtf16(bytes)
  if (wide) return wide
  if (readable(bytes, 'utf-8') !== null) return 'utf-8'
  return chineseOf(bytes)
}

/** Times and line ends are ASCII: in UTF-16 every one of them has a zero byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 8192)
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2]!++
  const [even, odd] = zeros as [number, number]
  if (Math.max(even, odd) < looked / 20) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}

/** Most bytes of Big5 are GBK too, only as other characters: the one with more everyday characters is meant. */
function chineseOf(bytes: Uint8Array): Encoding {
  const big5 = readable(bytes, 'big5')
  if (big5 === null) return 'gb18030'
  const gb = readable(bytes, 'gb18030')
  return gb === null || everyday(big5) > everyday(gb) ? 'big5' : 'gb18030'
}

function readable(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null // not this encoding
    throw error
  }
}

const EVERYDAY = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實钱錢您吗嗎老请請打电電话話，。？！',
)
function everyday(text: string): number {
  let found = 0
  for (const sign of text) if (EVERYDAY.has(sign)) found++
  return found
}
