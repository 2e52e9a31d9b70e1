/** An element's content as parsed: text for a leaf, a node for an element with elements in it, a list when repeated. */
export type XmlValue = string | XmlNode | readonly (string | XmlNode)[];

/** An XML element with elements in it; attributes start with `@_`. */
export interface XmlNode {
  readonly [element: string]: XmlValue;
}

/** One metadata component of a project, however its files are laid out. */
export interface Component {
  /** Metadata API type: `CustomField`, `PermissionSet`, `ApexClass`. */
  readonly type: string;
  /** As the Metadata API names it, without the project's namespace: `Listing__c.Cloud__c`. */
  readonly fullName: string;
  /** The component's XML file, relative to the project folder. */
  readonly file: string;
  /** The source beside it (`.cls`, `.trigger`, a bundle's folder, a static resource), where there is one. */
  readonly content: string | undefined;
  /** The content of the component's root element. */
  readonly xml: XmlNode;
}

/** A project's metadata, read. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  readonly namespace: string | undefined;
  /** `sourceApiVersion`: `66.0`. */
  readonly apiVersion: string;
  /** Relative to the folder. */
  readonly packageDirectories: readonly string[];
  /** Every component of a type, ordered by full name. */
  components(type: string): readonly Component[];
  component(type: string, fullName: string): Component | undefined;
  /** The text of a component's source or, where it has none, of its XML file. */
  read(component: Component): string;
  /** All types that have components. */
  readonly types: readonly string[];
  /** Changes when any file of the project's metadata changes. */
  readonly fingerprint: string;
}
