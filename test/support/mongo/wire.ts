import { deserialize, serialize, type Document } from 'bson'

/** OP_MSG, and OP_QUERY for the driver's first hello: the only two messages a driver of today sends. */
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013

export type Request = { id: number; opcode: number; command: Document }

/** Cuts a stream of bytes into whole messages. */
export function createReader(onRequest: (request: Request) => void) {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk: Buffer) => {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0)
      onRequest(parse(rest.subarray(0, length)))
      rest = rest.subarray(length)
    }
  }
}

function parse(message: Buffer): Request {
  const id = message.readInt32LE(4)
  const opcode = message.readInt32LE(12)
  if (opcode === OP_QUERY) {
    const name = message.indexOf(0, 20)
    return { id, opcode, command: read(message, name + 9) }
  }
  if (opcode !== OP_MSG) throw new Error(`message ${opcode} is not spoken here`)
  let command: Document = {}
  for (let at = 20; at < message.length;) {
    const kind = message[at++]
    const size = message.readInt32LE(at)
    if (kind === 0) command = { ...read(message, at), ...command }
    else {
      // A document sequence: the rows of an insert, update or delete.
      const end = message.indexOf(0, at + 4)
      const rows: Document[] = []
      for (let row = end + 1; row < at + size; row += message.readInt32LE(row)) rows.push(read(message, row))
      command[message.toString('utf8', at + 4, end)] = rows
    }
    at += size
  }
  return { id, opcode, command }
}

const read = (message: Buffer, at: number): Document =>
  deserialize(message.subarray(at, at + message.readInt32LE(at)), { promoteBuffers: true })

export function reply({ id, opcode }: Request, body: Document): Buffer {
  const document = serialize(body, { ignoreUndefined: true })
  const middle = Buffer.alloc(opcode === OP_QUERY ? 20 : 5)
  if (opcode === OP_QUERY) middle.writeInt32LE(1, 16) // one document returned
  const head = Buffer.alloc(16)
  head.writeInt32LE(16 + middle.length + document.length, 0)
  head.writeInt32LE(id, 8)
  head.writeInt32LE(opcode === OP_QUERY ? OP_REPLY : OP_MSG, 12)
  return Buffer.concat([head, middle, document])
}
