import { DefaultNav } from '@payloadcms/next/rsc'
export const Nav = DefaultNav
