/** The list of signals about a topic, of this segment and of the whole county; without a topic, all of them. */
export function signalsAddress(admin: string, segment: string, topic?: string): string {
  const query = new URLSearchParams()
  const about = [{ segment: { equals: segment } }, { segment: { exists: 'false' } }]
  about.forEach((whom, n) => {
    const at = `where[or][${n}][and]`
    const [[how, value] = ['', '']] = Object.entries(whom.segment)
    query.set(`${at}[0][segment][${how}]`, value)
    if (topic) query.set(`${at}[1][topic][equals]`, topic)
  })
  return `${admin}/collections/signals?${query.toString()}`
}
