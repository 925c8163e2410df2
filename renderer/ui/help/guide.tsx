import { createElement, Fragment, type ReactNode } from 'react';
import classes from './help.module.css';
import type { Token } from './token.ts';

/** Draws a guide from its tokens. No HTML is put into the page, and pictures stay in the document. */
export function Guide({ tokens }: { readonly tokens: readonly Token[] }) {
  return <article className={classes.guide}>{partsOf(tokens)}</article>;
}

function partsOf(tokens: readonly Token[] | undefined): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a printed guide never move.
  return tokens?.map((token, index) => <Fragment key={index}>{part(token)}</Fragment>);
}

function part(token: Token): ReactNode {
  const { type, text, tokens } = token;
  switch (type) {
    case 'heading':
      return createElement(`h${Math.min(6, (token.depth ?? 1) + 1)}`, null, partsOf(tokens));
    case 'paragraph':
      return tokens?.some((one) => one.type !== 'image') ? <p>{partsOf(tokens)}</p> : null;
    case 'list':
      return createElement(
        token.ordered ? 'ol' : 'ul',
        null,
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        token.items?.map((item, index) => <li key={index}>{partsOf(item.tokens)}</li>),
      );
    case 'table':
      return <Table token={token} />;
    case 'strong':
      return <strong>{partsOf(tokens)}</strong>;
    case 'em':
      return <em>{partsOf(tokens)}</em>;
    case 'codespan':
      return <code>{text}</code>;
    case 'code':
      return <pre>{text}</pre>;
    case 'blockquote':
      return <blockquote>{partsOf(tokens)}</blockquote>;
    case 'link':
      return partsOf(tokens);
    case 'text':
    case 'escape':
      return tokens ? partsOf(tokens) : text;
    default:
      return null;
  }
}

function Table({ token: { header = [], rows = [] } }: { readonly token: Token }) {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell) => (
            <th key={cell.text} scope="col">
              {partsOf(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.text}>
            {row.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name.
              <td key={index}>{partsOf(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
