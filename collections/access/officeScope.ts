import type { PayloadRequest } from 'payload'

const CACHE = 'mingbaiOfficeScope'

/** Ids of the signed-in colleague's office and of every office below it. Read once a request. */
export async function officeScope(req: PayloadRequest): Promise<string[]> {
  const cached = req.context[CACHE] as string[] | undefined
  if (cached) return cached
  const own = (req.user as { office?: unknown } | null)?.office
  const ownId = typeof own === 'object' && own ? String((own as { id: unknown }).id) : own ? String(own) : null
  const scope = ownId ? await below(req, ownId) : []
  req.context[CACHE] = scope
  return scope
}

/** Whether the signed-in colleague's office stands at the top, so that what is set there is set for everybody. */
export async function atTheTop(req: PayloadRequest): Promise<boolean> {
  const [own] = await officeScope(req)
  if (!own) return false
  const office = await req.payload.findByID({ collection: 'offices', id: own, depth: 0, disableErrors: true, req })
  return Boolean(office && !office.parent)
}

async function below(req: PayloadRequest, root: string): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'offices',
    pagination: false,
    depth: 0,
    select: { parent: true },
    overrideAccess: true,
  })
  const children = new Map<string, string[]>()
  for (const office of docs) {
    const parent = office.parent ? String(office.parent) : ''
    children.set(parent, [...(children.get(parent) ?? []), String(office.id)])
  }
  const found = new Set([root])
  const queue = [root]
  while (queue.length)
    for (const child of children.get(queue.pop()!) ?? [])
      if (!found.has(child)) {
        found.add(child)
        queue.push(child)
      }
  return [...found]
}
