import { z } from 'zod'
import { CodedError } from '../lib/errors'
import { roles } from '../lib/roles'
import { importCases, importLaws } from '../import'
import { backUp } from './backup'
import { examine } from './doctor'
import type { Product } from './product'
import { createUser, resetPassword } from './users'

/** One line of progress, while the verb works. */
export type Step = { done: number; total: number; file: string }
type Verb<Input> = {
  input: z.ZodType<Input>
  run(product: Product, input: Input, onProgress: (step: Step) => void): Promise<unknown>
}

const verb = <Input>(input: z.ZodType<Input>, run: Verb<Input>['run']): Verb<Input> => ({ input, run })
const source = { where: z.string().min(1), dryRun: z.boolean().default(false) }

/** Everything the command line can ask of the product, here or in the running server. */
export const verbs = {
  'import/laws': verb(z.object(source), (product, { where, dryRun }, onProgress) =>
    importLaws(product, where, { dryRun, onProgress }),
  ),
  'import/cases': verb(z.object({ ...source, office: z.string().optional() }), async (product, input, onProgress) =>
    importCases(product, input.where, {
      dryRun: input.dryRun,
      onProgress,
      ...(input.office ? { office: await officeId(product, input.office) } : {}),
    }),
  ),
  'user/create': verb(
    z.object({
      username: z.string().regex(/^[\w.-]{2,32}$/),
      name: z.string().min(1).optional(),
      roles: z.array(z.enum(roles)).min(1).default(['editor']),
      office: z.string().optional(),
    }),
    async (product, { office, ...input }) =>
      createUser(product, { ...input, ...(office ? { office: await officeId(product, office) } : {}) }),
  ),
  'user/reset': verb(z.object({ username: z.string().min(1) }), (product, { username }) =>
    resetPassword(product, username),
  ),
  backup: verb(z.object({ to: z.string().min(1) }), (product, { to }, onProgress) => backUp(product, to, onProgress)),
  doctor: verb(z.object({}), (product) => examine(product)),
}

export type VerbName = keyof typeof verbs

/** Checks the input and runs one verb. Throws `not-found` for an unknown verb, `bad-request` with the faults. */
export async function runVerb(product: Product, name: string, given: unknown, onProgress: (step: Step) => void) {
  if (!Object.hasOwn(verbs, name)) throw new CodedError('not-found', `没有这个命令：${name}`)
  const { input, run } = verbs[name as VerbName] as Verb<unknown>
  const checked = input.safeParse(given)
  if (checked.success) return run(product, checked.data, onProgress)
  const faults = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new CodedError('bad-request', faults.join('；'), { faults })
}

async function officeId({ payload }: Product, slug: string): Promise<string> {
  const { docs } = await payload.find({
    ...{ collection: 'offices', where: { slug: { equals: slug } }, limit: 1, depth: 0, overrideAccess: true },
  })
  if (!docs[0]) throw new CodedError('no-such-office', `没有网址名为 ${slug} 的司法所`)
  return docs[0].id
}
