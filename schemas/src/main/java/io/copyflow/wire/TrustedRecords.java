package io.copyflow.wire;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.LogicalTypeFactory;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Tells Avro that it may instantiate our generated classes, and no others. Since 1.12.2 Avro
 * refuses every class that nobody vouched for, also when a builder copies a record.
 *
 * <p>It is entered as a service, because Avro loads these before it parses its first schema, that
 * is before a generated class can be used at all: so nobody has to remember to call anything. The
 * logical type that it stands for does not exist.
 */
public final class TrustedRecords implements LogicalTypeFactory {

  private static final String PACKAGE = "io.copyflow.avro";

  static {
    // Beside whatever the host program trusts already.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(PACKAGE)));
  }

  /** For Avro's service loader. */
  public TrustedRecords() {}

  /** Does what the service does, for a class path whose services went lost in repackaging. */
  static void trust() {
    // Loading the class was all.
  }

  @Override
  public String getTypeName() {
    return "copyflow-trusted-records";
  }

  @Override
  public @Nullable LogicalType fromSchema(Schema schema) {
    return null;
  }
}
