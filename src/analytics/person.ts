import { createHmac } from 'node:crypto'

/** The network of an address: /24 of IPv4, /48 of IPv6. The rest of the address is not looked at. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)
  if (v4) return v4[1]!
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head ? head.split(':') : []
  if (tail !== undefined) {
    const last = tail ? tail.split(':') : []
    while (groups.length + last.length < 8) groups.push('0')
    groups.push(...last)
  }
  return groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** A person of one day: not reversible without the day's secret, and that is destroyed within 48 hours. */
export const personOf = (secret: string, address: string, agent: string) =>
  createHmac('sha256', secret)
    .update(`${networkOf(address)}|${agent}`)
    .digest('hex')
    .slice(0, 16)
