import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import type { Role } from '../../src/lib/roles'
import { officeScope } from './officeScope'

type Staff = { id: string; roles?: Role[] | null; office?: unknown; mustChangePassword?: boolean | null }

/**
 * The signed-in colleague, or null. Residents never have an account. Whoever still carries a one-time password has no
 * power at all: the slip of paper may have been read by others.
 */
export function staffOf(req: PayloadRequest): Staff | null {
  const user = req.user as unknown as Staff | null
  return user && !user.mustChangePassword ? user : null
}

export function hasRole(req: PayloadRequest, ...wanted: Role[]): boolean {
  const mine = staffOf(req)?.roles ?? []
  return mine.includes('admin') || wanted.some((role) => mine.includes(role))
}

export const anyone: Access = () => true
export const nobody: Access = () => false
export const staff: Access = ({ req }) => Boolean(staffOf(req))
export const only =
  (...roles: Role[]): Access =>
  ({ req }) =>
    hasRole(req, ...roles)

/** Residents read what is published; staff read drafts too. Payload's `draft` flag hides nothing, this query does. */
export const publishedOrStaff: Access = ({ req }) =>
  staffOf(req) ? true : ({ _status: { equals: 'published' } } satisfies Where)

/** Residents read the rows that match; staff read all. */
export const staffOr =
  (where: Where): Access =>
  ({ req }) =>
    staffOf(req) ? true : where

/** Rows of one's own office and the offices below it, for those with one of the roles. */
export const ownOffice =
  (...roles: Role[]): Access =>
  async ({ req }) => {
    if (!hasRole(req, ...roles)) return false
    if (hasRole(req)) return true
    const offices = await officeScope(req)
    return offices.length ? ({ office: { in: offices } } satisfies Where) : false
  }

/** Creating a row for an office outside one's own scope is refused; a row without an office gets one's own. */
export const createInOwnOffice =
  (...roles: Role[]): Access =>
  async ({ req, data }) => {
    if (!hasRole(req, ...roles)) return false
    if (hasRole(req)) return true
    const wanted = idOf((data as { office?: unknown } | undefined)?.office)
    return wanted ? (await officeScope(req)).includes(wanted) : true
  }

export const fieldOnly =
  (...roles: Role[]): FieldAccess =>
  ({ req }) =>
    hasRole(req, ...roles)
export const staffField: FieldAccess = ({ req }) => Boolean(staffOf(req))
/** Written by the product itself, never through the API. */
export const byProduct: FieldAccess = () => false

export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value && typeof value === 'object' && 'id' in value) return idOf((value as { id: unknown }).id)
  return null
}
