import type { CollectionBeforeOperationHook } from 'payload'
import { CodedError } from '../../src/lib/errors'

/** A stored file never changes under its id: an approval of a film or a page would otherwise cover bytes nobody saw. */
export const keepsItsFile: CollectionBeforeOperationHook = ({ operation, req, args }) => {
  if (operation === 'update' && req.file) throw new CodedError('file-fixed')
  return args
}
