/**
 * The text of a file in the encodings county offices really use: UTF-8 with or without a mark, UTF-16 as Windows saves it,
 * else GB 18030 (which reads every GBK file).
 */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes) // not UTF-8: a Chinese Windows wrote it
  }
}
