import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Left half red, right half blue: turned and cropped pictures can be told apart. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c00000' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#0000c0' } }, left: width / 2, top: 0 },
  ])

/** A photo as a phone held upright stores it: lying, with the turn, the place and the owner in its notes. */
export const phonePhoto = () =>
  halves(1200, 800)
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'Zhang San', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

export const cmykJpeg = () => halves(600, 400).toColourspace('cmyk').jpeg().toBuffer()
export const halved = (width = 600, height = 400) => halves(width, height).png().toBuffer()
export const pixel = () => halves(2, 1).resize(1, 1).png().toBuffer()
export const cutOff = async () => (await halves(1200, 800).jpeg().toBuffer()).subarray(0, 5000)

/** Three frames: red, green, blue. */
export const animated = (form: 'gif' | 'webp') =>
  sharp(
    Buffer.concat(
      ['#ff0000', '#00ff00', '#0000ff'].map((colour) => {
        const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
        return Buffer.alloc(60 * 40 * 3, Buffer.from([r!, g!, b!]))
      }),
    ),
    { raw: { width: 60, height: 120, channels: 3, pageHeight: 40 } },
  )
    .toFormat(form)
    .toBuffer()

export const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
)

/** A PNG of a few hundred bytes that says it is 100,000 x 100,000. */
export function bomb(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(100_000, 0)
  header.writeUInt32BE(100_000, 4)
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(10_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const whole = Buffer.alloc(8 + body.length)
  whole.writeUInt32BE(data.length)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc(body), 4 + body.length)
  return whole
}

function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}
