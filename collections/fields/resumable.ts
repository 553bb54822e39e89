import type { Purpose } from '../../src/lib/fileKinds'

/** A field for one file, uploaded so that a broken line costs nothing, or chosen from those already there. */
export const resumable = (purpose: Purpose) => ({
  type: 'upload' as const,
  relationTo: 'files' as const,
  admin: {
    allowCreate: false, // Payload's own form would send it in one piece
    components: { Field: { path: '/src/admin/upload/UploadField#UploadField', clientProps: { purpose } } },
  },
})
