/** Vite puts the file's text (`?raw`) or a data: address of its bytes (`?inline`) into the bundle. */
declare module '*?raw' {
  const text: string
  export default text
}
declare module '*?inline' {
  const address: string
  export default address
}
