import type { CollectionConfig } from 'payload'
import { label } from '../src/lib/labels'
import { createInOwnOffice, ownOffice } from './access'
import { keepsItsFile } from './access/immutable'
import { officeField } from './fields/office'

export const images: CollectionConfig = {
  slug: 'images',
  labels: { singular: label('图片', 'Image'), plural: label('图片', 'Images') },
  admin: { group: label('素材', 'Material') },
  access: {
    // A query, not `true`: Payload serves any file of the folder when read answers `true`.
    read: () => ({ id: { exists: true } }),
    create: createInOwnOffice('editor', 'publisher'),
    update: ownOffice('editor', 'publisher'),
    delete: ownOffice('publisher'),
  },
  hooks: { beforeOperation: [keepsItsFile] },
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    pasteURL: false,
    focalPoint: true,
    constructorOptions: { limitInputPixels: 50_000_000 },
    imageSizes: [
      { name: 'small', width: 480, formatOptions: { format: 'webp', options: { quality: 72 } } },
      {
        name: 'large',
        width: 1280,
        withoutEnlargement: true,
        formatOptions: { format: 'webp', options: { quality: 74 } },
      },
    ],
  },
  fields: [
    { name: 'alt', type: 'text', required: true, label: label('图上有什么（念给看不见的人听）', 'Alternative text') },
    officeField,
  ],
}
