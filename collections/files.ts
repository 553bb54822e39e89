import type { CollectionConfig } from 'payload'
import { fileKindLabels, fileKinds } from '../src/lib/fileKinds'
import { label } from '../src/lib/labels'
import { byProduct, createInOwnOffice, ownOffice, staffOf } from './access'
import { keepsItsFile } from './access/immutable'
import { officeField } from './fields/office'
import { identifyFile, noteContent, wordRefusal } from './hooks/uploads'

const written = { create: byProduct, update: byProduct }

/** Originals as uploaded: films, recordings, subtitles, documents. Residents get what the pipeline makes of them, never these. */
export const files: CollectionConfig = {
  slug: 'files',
  labels: { singular: label('文件', 'File'), plural: label('文件', 'Files') },
  defaultSort: '-createdAt',
  admin: {
    group: label('素材', 'Material'),
    hideAPIURL: true,
    defaultColumns: ['filename', 'kind', 'filesize', 'office', 'createdAt'],
    listSearchableFields: ['filename', 'note'],
    components: { beforeListTable: ['/src/admin/upload/UploadMany#UploadMany'] },
  },
  access: {
    // A query, not `true`: Payload serves any file of the folder when read answers `true`.
    read: ({ req }) => (staffOf(req) ? { id: { exists: true } } : false),
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('publisher'),
  },
  hooks: { beforeOperation: [keepsItsFile, identifyFile], beforeValidate: [noteContent], afterError: [wordRefusal] },
  upload: {
    pasteURL: false,
    bulkUpload: false, // above the list several files go at once, and over a broken line
    crop: false,
    focalPoint: false,
    // The first sieve only, by Payload; what a file really is says `identifyFile`.
    mimeTypes: [
      ...['video/*', 'audio/*', 'text/vtt', 'text/plain', 'application/x-subrip', 'application/pdf'],
      ...['application/ogg', 'application/vnd.ms-asf'],
    ],
  },
  fields: [
    { name: 'note', type: 'text', label: label('说明', 'Note') },
    {
      name: 'kind',
      type: 'select',
      index: true,
      options: fileKinds.map((value) => ({ value, label: fileKindLabels[value] })),
      access: written,
      label: label('是什么', 'Kind'),
      admin: {
        readOnly: true,
        description: label('按文件内容判断，和文件名无关。', 'Told from the content, not the name.'),
      },
    },
    /** The upload it came from: however often an upload is finished, it makes one file. */
    { name: 'upload', type: 'text', unique: true, index: true, access: written, admin: { hidden: true } },
    {
      name: 'sha256',
      type: 'text',
      index: true,
      access: written,
      admin: { readOnly: true, hidden: true },
    },
    officeField,
  ],
}
