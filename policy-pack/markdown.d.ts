/** The bundler takes such a file in as text. */
declare module "*.md" {
  const text: string;
  export default text;
}
