import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { decodeText } from '../lib/encoding'
import { CodedError } from '../lib/errors'

export type Cell = string | number | boolean | Date | null
/** A row of a spreadsheet with the line it stands on, as the person sees it on the screen. */
export type SheetRow = { line: number; cells: Cell[] }

const MOST_ROWS = 5000
/** What the parts of a workbook may unpack to: a small file can claim gigabytes. */
const MOST_UNPACKED = 64 * 1024 * 1024

/**
 * The rows of a spreadsheet: the first sheet of an XLSX file, or CSV separated by comma, semicolon or tab in UTF-8,
 * UTF-16 or GBK. Empty rows are left out.
 * @throws CodedError `import-empty`, `import-old-excel`, `import-too-many`, `import-unreadable`
 */
export async function readRows(bytes: Buffer): Promise<SheetRow[]> {
  if (!bytes.length) throw new CodedError('import-empty')
  if (bytes.toString('hex', 0, 4) === 'd0cf11e0') throw new CodedError('import-old-excel')
  const rows = bytes.toString('latin1', 0, 2) === 'PK' ? await workbook(bytes) : csv(textOf(bytes))
  const full = rows.filter(({ cells }) => cells.some((cell) => cell !== null && String(cell).trim() !== ''))
  if (!full.length) throw new CodedError('import-empty')
  if (full.length > MOST_ROWS) throw new CodedError('import-too-many')
  return full
}

/** A picture or a film under the name of a spreadsheet. */
function textOf(bytes: Buffer): string {
  try {
    return decodeText(bytes).text
  } catch (error) {
    throw new CodedError('import-unreadable', undefined, undefined, { cause: error })
  }
}

async function workbook(bytes: Buffer): Promise<SheetRow[]> {
  if (unpackedSize(bytes) > MOST_UNPACKED) throw new CodedError('too-large')
  try {
    const rows = (await readSheet(bytes)) as unknown as Cell[][]
    return rows.map((cells, n) => ({ line: n + 1, cells }))
  } catch (error) {
    throw new CodedError('import-unreadable', undefined, undefined, { cause: error })
  }
}

function csv(text: string): SheetRow[] {
  if (text.includes('\0')) throw new CodedError('import-unreadable')
  const [first = ''] = text.split(/\r\n|\r|\n/, 1)
  const times = (sign: string) => first.split(sign).length
  const delimiter = [',', '\t', ';', '，'].reduce((best, sign) => (times(sign) > times(best) ? sign : best))
  try {
    const records = parse(text, { delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true })
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }))
  } catch (error) {
    throw new CodedError('import-unreadable', undefined, undefined, { cause: error })
  }
}

/** The sizes that the directory of a ZIP file states, added up. */
function unpackedSize(bytes: Buffer): number {
  let size = 0
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= bytes.length;) {
    size += bytes.readUInt32LE(at + 24)
    at = bytes.indexOf('PK\x01\x02', at + 46, 'latin1')
  }
  return size
}
