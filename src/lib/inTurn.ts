/** Lets works of the same key run one after another, and those of different keys side by side. */
export function inTurn() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work)
    const done = () => void (last.get(key) === mine && last.delete(key))
    last.set(key, mine)
    mine.then(done, done)
    return mine
  }
}
