import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { calibrate, cellPriors, chance, chooseArm, nextTopics, poolDemand, updated } from '../../campaigns/engine'

/** Every file that importing one loads, and the packages these name; types are gone when it runs. */
function loaded(file: string, files = new Set<string>(), packages = new Set<string>()) {
  if (files.has(file)) return { files, packages }
  files.add(file)
  const text = readFileSync(file, 'utf8').replace(/^(import|export) type [^;]*?from '[^']+'/gm, '')
  for (const [, from] of text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^} from '([^']+)'/gm))
    if (from?.startsWith('.')) loaded(path.join(path.dirname(file), `${from}.ts`), files, packages)
    else if (from) packages.add(from.split('/')[0]!)
  return { files, packages }
}

describe('the engine on its own', () => {
  it('brings no server, no database and nothing of node along', () => {
    const { files, packages } = loaded('campaigns/engine.ts')
    expect(files.size).toBeGreaterThan(20)
    expect([...packages].sort()).toEqual(['chinese-days', 'munkres', 'pure-rand', 'tyme4ts', 'zod'])
  })

  it('does what its page says of the parts', () => {
    const candidates = [0, 0, 0, 1].map((topic, n) => ({ score: 1 - n / 10, labels: [[topic, 1]] as const }))
    expect(calibrate({ candidates, target: [0.5, 0.5], total: 2, choose: 2 }).chosen).toEqual([0, 3])
    expect(nextTopics([2, 1], 3).turns.map(({ topic }) => topic)).toEqual([0, 1, 0])
    const signals = [
      { kind: 'survey', topic: 'fraud', count: 80 },
      { kind: 'survey', topic: 'marriage', count: 20 },
    ] as const
    const [fraud, marriage] = poolDemand(signals, ['fraud', 'marriage'], chance(1)).shares
    expect(fraud).toBeGreaterThan(0.6)
    expect(fraud! + marriage!).toBeCloseTo(1)
    const [[prior]] = cellPriors([[{ successes: 30, trials: 100 }]]) as [[{ a: number; b: number }]]
    expect(chooseArm([updated(prior, { successes: 9, trials: 10 }), prior], chance(1))).toMatchObject({ chosen: 0 })
  })
})
