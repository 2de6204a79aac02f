package io.copyflow.ingest;

import io.copyflow.ingest.files.Fault;
import io.copyflow.ingest.lifecycle.Ticket;
import io.copyflow.ingest.send.Delivery;
import java.util.ArrayList;
import java.util.List;

/**
 * A file whose documents are being sent, and what is wrong with them so far. Filled by the thread
 * that reads, finished by the one that sends.
 */
final class FileInHand {

  private static final int MOST_NAMED = 1000;

  private final Ticket ticket;
  private final List<String> lasting = new ArrayList<>();
  private boolean mayMend;
  private boolean leftOut;

  FileInHand(Ticket ticket) {
    this.ticket = ticket;
  }

  /** Something in it cannot be taken. */
  void leftOut(String place, Fault fault) {
    leftOut = true;
    mayMend |= !fault.isLasting();
    keep(place + ": " + fault.reason());
  }

  /** Something in it was sent without its bytes: Kafka has no more than a hash, so it is kept. */
  void overLimit(String place, int maxBytes) {
    keep("%s: larger than max.file.bytes (%,d): only its hash was sent".formatted(place, maxBytes));
  }

  private void keep(String reason) {
    if (lasting.size() < MOST_NAMED) {
      lasting.add(reason);
    } else if (lasting.size() == MOST_NAMED) {
      lasting.add("and more");
    }
  }

  /** Whether something in it was not sent. */
  boolean leftOut() {
    return leftOut;
  }

  /** Whether {@link #finish} may do something. */
  boolean isToBeFinished() {
    return ticket != Ticket.NONE;
  }

  /** Lets the file go once all of it is in Kafka; not while a later run may find more in it. */
  void finish(Delivery delivery) {
    if (!mayMend && ticket != Ticket.NONE) {
      delivery.whenCommitted(lasting.isEmpty() ? ticket::done : () -> ticket.failed(lasting));
    }
  }
}
