import type { Purpose } from '../../src/lib/fileKinds'
import { label } from '../../src/lib/labels'

/** A field for one file, uploaded so that a broken line costs nothing, or chosen from those already there. */
export const resumable = (purpose: Purpose, ...hint: [zh: string, en: string] | []) => ({
  type: 'upload' as const,
  relationTo: 'files' as const,
  admin: {
    ...(hint.length && { description: label(...hint) }),
    allowCreate: false, // Payload's own form would send it in one piece
    components: { Field: { path: '/src/admin/upload/UploadField#UploadField', clientProps: { purpose } } },
  },
})
