import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { byProduct, createInOwnOffice, ownOffice, staffOf } from './access'
import { keepsItsFile } from './access/immutable'
import { officeField } from './fields/office'
import { noteContent, refuseEmpty, wordRefusal } from './hooks/uploads'

/** Originals as uploaded: films, recordings, subtitles, documents. Residents get what the pipeline makes of them, never these. */
export const files: CollectionConfig = {
  slug: 'files',
  labels: { singular: label('文件', 'File'), plural: label('文件', 'Files') },
  admin: { group: label('素材', 'Material') },
  access: {
    // A query, not `true`: Payload serves any file of the folder when read answers `true`.
    read: ({ req }) => (staffOf(req) ? { id: { exists: true } } : false),
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('publisher'),
  },
  hooks: { beforeOperation: [keepsItsFile, refuseEmpty], beforeValidate: [noteContent], afterError: [wordRefusal] },
  upload: {
    pasteURL: false,
    crop: false,
    focalPoint: false,
    mimeTypes: ['video/*', 'audio/*', 'text/vtt', 'text/plain', 'application/x-subrip', 'application/pdf'],
  },
  fields: [
    { name: 'note', type: 'text', label: label('说明', 'Note') },
    {
      name: 'sha256',
      type: 'text',
      index: true,
      access: { create: byProduct, update: byProduct },
      admin: { readOnly: true, hidden: true },
    },
    officeField,
  ],
}
