package io.copyflow.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors as one line of text that repeats nothing of the request and shows nothing of the code. */
final class PlainErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Object said = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    boolean ours = status < HttpStatus.INTERNAL_SERVER_ERROR_500 && said != null;
    String text = status + " " + (ours ? said : HttpStatus.getMessage(status)) + "\n";
    Guard.protect(response);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.write(true, ByteBuffer.wrap(text.getBytes(UTF_8)), callback);
    return true;
  }
}
