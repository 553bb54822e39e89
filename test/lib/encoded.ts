/** Bytes of a text in an encoding that Node only reads: every pair of bytes is asked once which character it is. */
export function encoded(encoding: 'gbk' | 'gb18030' | 'big5', text: string): Uint8Array {
  const table = pairs(encoding)
  const bytes = [...text].flatMap((sign) => {
    const code = sign.codePointAt(0)!
    if (code < 0x80) return [code]
    const pair = table.get(sign) ?? (encoding === 'gb18030' ? fourBytes(sign) : undefined)
    if (!pair) throw new Error(`${sign} is not in ${encoding}`)
    return pair
  })
  return Uint8Array.from(bytes)
}

function pairs(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding)
  const found = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.from([lead, trail]))
      if ([...sign].length === 1 && sign !== '\ufffd' && !found.has(sign)) found.set(sign, [lead, trail])
    }
  return found
}

/** The four-byte part of GB 18030 that holds the rare characters of the first plane. */
function fourBytes(sign: string): number[] | undefined {
  const decoder = new TextDecoder('gb18030')
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++)
        for (let d = 0x30; d <= 0x39; d++)
          if (decoder.decode(Uint8Array.from([a, b, c, d])) === sign) return [a, b, c, d]
}
