/** Asks again and again until it holds. Throws when it did not in the given time, or in 20 s: the machine may be busy. */
export async function until(holds: () => Promise<boolean>, ms: number): Promise<void> {
  const end = Date.now() + Math.max(ms, 20_000)
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come true in ${Math.max(ms, 20_000) / 1000} s: ${holds.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
